/**
 * Reads the settings of `settings.ts` from the environment: the only reader of `process.env`. Wrong
 * values are reported all at once and stop the start.
 */
import { resolve } from 'node:path';
import * as v from 'valibot';
import { settings } from '#server/settings';

type Settings = typeof settings;
export type Config = {
  readonly [K in keyof Settings]: v.InferOutput<Settings[K]['rule']>;
};

/** Every wrong setting, one line each; the value of a secret is left out. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/**
 * @param environment names and values; an empty value counts as not set.
 * @returns every setting; `dataDir` as an absolute path. Throws ConfigError.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const values: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const [key, setting] of Object.entries(settings)) {
    const given = environment[setting.name] || setting.standard;
    const result = v.safeParse(setting.rule as v.GenericSchema<string, unknown>, given);
    if (result.success) values[key] = result.output;
    else {
      const shown = 'secret' in setting && setting.secret ? '' : ` ('${given}')`;
      wrong.push(`${setting.name}${shown} ${result.issues[0].message}.`);
    }
  }
  if (environment[settings.smtpUrl.name] && !environment[settings.origins.name]) {
    wrong.push(
      `${settings.smtpUrl.name} needs ${settings.origins.name}: links in mails must lead to an address that you named, not to one that whoever asks for the mail makes up.`,
    );
  }
  if (wrong.length > 0) throw new ConfigError(wrong);
  const config = values as Config;
  return { ...config, dataDir: resolve(config.dataDir) };
}
