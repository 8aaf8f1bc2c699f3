import { describe, expect, it } from 'vitest';
import { fixOwner, maySetState, nextState, unfilledRoles } from '#domain/prototype/making';

const roles = [
  { role: 'maker', memberId: 'anna' },
  { role: 'stitcher', memberId: 'bram' },
  { role: 'writer', memberId: 'anna' },
] as const;

describe('who makes what', () => {
  it('[R170] lets its owner and who stitches say how far a scene is, and nobody else', () => {
    expect(maySetState('anna', { ownerId: 'anna', roles })).toBe(true);
    expect(maySetState('bram', { ownerId: 'anna', roles })).toBe(true);
    expect(maySetState('chris', { ownerId: 'anna', roles })).toBe(false);
    expect(maySetState('anna', { ownerId: null, roles })).toBe(false);
    expect(maySetState('bram', { ownerId: null, roles })).toBe(true);
  });

  it('[R171] gives a fix to the owner of its scene, else to who stitches', () => {
    const scenes = [
      { id: 's1', ownerId: 'anna' },
      { id: 's2', ownerId: null },
    ];
    expect(fixOwner('s1', { scenes, roles })).toBe('anna');
    expect(fixOwner('s2', { scenes, roles })).toBe('bram');
    expect(fixOwner(null, { scenes, roles })).toBe('bram');
    expect(fixOwner('gone', { scenes, roles: [] })).toBeNull();
  });

  it('[R172] asks for the roles that nobody holds; a person may hold two', () => {
    expect(unfilledRoles(roles)).toEqual(['collector', 'interviewer']);
    expect(unfilledRoles([])).toHaveLength(5);
  });

  it('goes from not yet to busy to done by one tap each, and back', () => {
    expect(['todo', 'busy', 'done'].map((state) => nextState(state as 'todo'))).toEqual([
      'busy',
      'done',
      'todo',
    ]);
  });
});
