import { Global, Module } from '@nestjs/common';
import { SignedIn } from './signed-in.js';

@Global()
@Module({ providers: [SignedIn], exports: [SignedIn] })
export class IdentityModule {}
