import { setFieldRight, setLevel } from './rights.js';

describe('rights that follow each other', () => {
  it('give reading to who may edit', () => {
    expect(setLevel(undefined, 'edit', 'own')).toEqual({ read: 'own', edit: 'own' });
    expect(setLevel({ read: 'own' }, 'delete', 'all')).toEqual({ read: 'all', delete: 'all' });
  });

  it('take editing away with reading', () => {
    expect(setLevel({ read: 'all', create: true, edit: 'all', delete: 'own' }, 'read', 'own')).toEqual({ read: 'own', create: true, edit: 'own', delete: 'own' });
    expect(setLevel({ read: 'all', create: true, edit: 'all' }, 'read', 'none')).toEqual({});
  });

  it('keep exceptions of fields', () => {
    expect(setLevel({ read: 'all', fields: { cost: { read: false } } }, 'edit', 'own')).toEqual({ read: 'all', edit: 'own', fields: { cost: { read: false } } });
  });
});

describe('exceptions of fields', () => {
  it('go when they say no more than the object', () => {
    expect(setFieldRight({ read: 'all', fields: { cost: { edit: false } } }, 'cost', 'edit', true)).toEqual({ read: 'all' });
  });

  it('let nobody edit what cannot be read', () => {
    const hidden = setFieldRight({ read: 'all', edit: 'all' }, 'cost', 'read', false);
    expect(hidden).toEqual({ read: 'all', edit: 'all', fields: { cost: { read: false } } });
    expect(setFieldRight(hidden, 'cost', 'edit', true)).toEqual({ read: 'all', edit: 'all' });
  });
});
