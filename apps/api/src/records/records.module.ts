import { Global, Module } from '@nestjs/common';
import { RecordWriter } from './record-writer.js';

@Global()
@Module({ providers: [RecordWriter], exports: [RecordWriter] })
export class RecordsModule {}
