import { ModuleMocker } from 'jest-mock';

// The world that suites run in without one of their own: Node's. Jest sets what it wants to set on a copy.
export default class NodeItself {
  // Jest replaces `process.exit`, once more for each suite; it must not find the real one.
  global = Object.create(globalThis, { process: { value: undefined } });

  moduleMocker = new ModuleMocker(globalThis);

  async setup() {}

  async teardown() {}

  getVmContext() {
    return null;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }
}
