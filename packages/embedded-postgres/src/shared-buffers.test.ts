import { sharedBuffers } from './shared-buffers.js';

describe('the pages that PostgreSQL keeps', () => {
  it('take a sixteenth of the memory, within bounds', () => {
    const gigabytes = (count: number) => sharedBuffers(count * 1024 ** 3);
    expect([0.5, 2, 4, 8, 16, 64].map(gigabytes)).toEqual(['128MB', '128MB', '256MB', '512MB', '1024MB', '1024MB']);
    expect(sharedBuffers()).toMatch(/^\d{3,4}MB$/);
  });
});
