import { describe, expect, it } from 'vitest';
import { exercises } from '#domain/exercises/registry';
import { templates, templateSteps } from '#domain/sprint/templates';
import { setLocale } from '$lib/paraglide/runtime';
import { dayTheme, weekDays } from './week-days';

/** What a theme promises, by an exercise that the day must hold. */
const held: Readonly<Record<string, string>> = {
  'Begrip en focus': exercises.kaart.id,
  'Begrijpen en schetsen': exercises.oplossingsschets.id,
  Schetsen: exercises.oplossingsschets.id,
  Beslissen: exercises.supervote.id,
  Prototype: exercises.prototype.id,
  'Testen en valideren': exercises.interviews.id,
};

describe('the theme of a day', () => {
  void setLocale('nl', { reload: false });

  it.each(templates)('is of what that day holds in a %s sprint', (template) => {
    for (const day of weekDays(template)) {
      const theme = dayTheme(day, template);
      const steps = templateSteps(template).filter((step) => step.day === day);
      expect(
        steps.map(({ exercise }) => exercise),
        `${day}: ${theme}`,
      ).toContain(held[theme]);
    }
  });
});
