import { Module } from '@nestjs/common';
import { LettersResolver } from './letters.resolver.js';

/** Letters and quotes that are made of records as PDF. */
@Module({ providers: [LettersResolver] })
export class LettersModule {}
