import { impliedBy, nextLevel, setFieldRight, setLevel } from './rights.js';

describe('rights that follow each other', () => {
  it('give reading to who may edit', () => {
    expect(setLevel(undefined, 'edit', 'own')).toEqual({ read: 'own', edit: 'own' });
    expect(setLevel({ read: 'own' }, 'delete', 'all')).toEqual({ read: 'all', delete: 'all' });
  });

  it('take editing away with reading', () => {
    expect(setLevel({ read: 'all', create: true, edit: 'all', delete: 'own' }, 'read', 'own')).toEqual({ read: 'own', create: true, edit: 'own', delete: 'own' });
    expect(setLevel({ read: 'all', create: true, edit: 'all' }, 'read', 'none')).toEqual({});
  });

  it('take import and export away with reading, and give reading to who may export', () => {
    expect(setLevel({ read: 'all', create: true, import: true, export: true }, 'read', 'none')).toEqual({});
    expect(setLevel({ read: 'all', import: true, export: true, create: true }, 'read', 'own')).toEqual({ read: 'own', create: true, import: true, export: true });
    expect(setLevel(undefined, 'export', 'all')).toEqual({ read: 'own', export: true });
  });

  it('name what else was changed', () => {
    expect(impliedBy(undefined, setLevel(undefined, 'edit', 'own'), 'edit')).toEqual(['read']);
    const before = { read: 'all', edit: 'all', export: true } as const;
    expect(impliedBy(before, setLevel(before, 'read', 'none'), 'read')).toEqual(['edit', 'export']);
  });

  it('go round by one key', () => {
    expect((['none', 'own', 'shared', 'all'] as const).map((level) => nextLevel('read', level))).toEqual(['own', 'shared', 'all', 'none']);
    expect(nextLevel('import', 'none')).toBe('all');
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
