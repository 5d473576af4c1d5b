import { Global, Module } from '@nestjs/common';
import { KeyRing } from './key-ring.js';
import { KeyRotation } from './key-rotation.js';
import { ValueCipher } from './value-cipher.js';

/** Encrypted values: every room that reads or writes records may ask for `ValueCipher`. */
@Global()
@Module({ providers: [KeyRing, KeyRotation, ValueCipher], exports: [KeyRing, KeyRotation, ValueCipher] })
export class EncryptionModule {}
