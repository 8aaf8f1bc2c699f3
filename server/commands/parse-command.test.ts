import { describe, expect, it } from 'vitest';
import { limits } from '#domain/limits';
import { parseCommand } from '#server/commands/parse-command';

describe('what was posted', () => {
  it('[C1] becomes a command, with its words trimmed', () => {
    expect(parseCommand({ kind: 'rename-me', name: '  Anna ' })).toEqual({
      command: { kind: 'rename-me', name: 'Anna' },
    });
  });

  it.each([
    ['nothing', undefined, { code: 'field-invalid', field: 'kind' }],
    ['no kind', {}, { code: 'field-empty', field: 'kind' }],
    ['an unknown kind', { kind: 'launch' }, { code: 'field-invalid', field: 'kind' }],
    ['an empty name', { kind: 'rename-me', name: '   ' }, { code: 'field-empty', field: 'name' }],
    ['no name', { kind: 'rename-me' }, { code: 'field-empty', field: 'name' }],
    [
      'a long name',
      { kind: 'rename-me', name: 'a'.repeat(61) },
      { code: 'field-too-long', field: 'name', about: { max: limits.name } },
    ],
    [
      'no whole number of minutes',
      { kind: 'retime-step', stepId: 's', minutes: 1.5 },
      { code: 'field-invalid', field: 'minutes' },
    ],
    [
      'too few minutes',
      { kind: 'retime-step', stepId: 's', minutes: 0 },
      { code: 'field-invalid', field: 'minutes', about: { min: limits.minutesMin } },
    ],
    [
      'too many dots',
      { kind: 'set-step-choices', stepId: 's', choices: { dots: 9 } },
      { code: 'field-invalid', field: 'choices.dots', about: { max: 5 } },
    ],
    [
      'an id with a slash',
      { kind: 'open-step', stepId: 'a/b' },
      { code: 'field-invalid', field: 'stepId' },
    ],
    [
      'a character that no text may hold',
      { kind: 'set-step-choices', stepId: 's', choices: { question: 'Wat\0?' } },
      { code: 'field-character', field: 'choices.question', about: { character: 'U+0000' } },
    ],
    [
      'half an emoji',
      { kind: 'rename-me', name: 'A\ud83d' },
      { code: 'field-character', field: 'name', about: { character: 'U+D83D' } },
    ],
    [
      'a video address that is none',
      { kind: 'edit-sprint', videoUrl: 'javascript:alert(1)' },
      { code: 'field-invalid', field: 'videoUrl' },
    ],
  ])('[C1] with %s is refused by the name of the field', (_, input, refusal) => {
    expect(parseCommand(input)).toEqual({ refusal });
  });
});
