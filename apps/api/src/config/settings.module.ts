import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, OrgClock } from './clock.js';
import { Settings } from './settings.js';

@Global()
@Module({ providers: [{ provide: Clock, useClass: OrgClock }], exports: [Clock] })
export class SettingsModule {
  static with(settings: Settings): DynamicModule {
    return { module: SettingsModule, providers: [{ provide: Settings, useValue: settings }], exports: [Settings] };
  }
}
