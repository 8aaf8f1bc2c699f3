import { isAbsolute } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '#server/config';
import { settings, settingsTable } from '#server/settings';

function linesOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
}

describe('settings', () => {
  test('without any, the server listens on this machine only and keeps its data beside itself', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', origins: [], databaseUrl: null });
    expect(config).toMatchObject({ registration: 'open', roomLimit: 60, smtpUrl: null });
    expect(isAbsolute(config.dataDir)).toBe(true);
  });

  test('all wrong values are reported at once, one line each', () => {
    const lines = linesOf({
      PORT: 'often',
      REGISTRATION: 'maybe',
      ORIGIN: 'example.org',
      ROOM_LIMIT: '0',
    });
    expect(lines).toHaveLength(4);
    expect(lines.join('\n')).toMatch(
      /PORT \('often'\).*\n.*ORIGIN.*\n.*REGISTRATION.*\n.*ROOM_LIMIT/,
    );
  });

  test('a wrong secret is named, and not shown', () => {
    const [line = ''] = linesOf({ DATABASE_URL: 'mysql://anna:geheim@host/x' });
    expect(line).toContain('DATABASE_URL');
    expect(line).not.toContain('geheim');
  });

  test('[P31] a mail server needs ORIGIN, and the sentence says why', () => {
    const smtp = { SMTP_URL: 'smtp://mail.example.org' };
    expect(linesOf(smtp)).toEqual([
      expect.stringMatching(/^SMTP_URL needs ORIGIN: links in mails/),
    ]);
    expect(linesOf({ ...smtp, ORIGIN: '' })).toHaveLength(1);
    expect(linesOf({ ...smtp, ORIGIN: 'https://a.example' })).toEqual([]);
  });

  test('ORIGIN may be a list', () => {
    const { origins } = readConfig({ ORIGIN: 'https://a.example/, http://10.0.0.2:3000' });
    expect(origins).toEqual(['https://a.example', 'http://10.0.0.2:3000']);
  });

  test('an empty value counts as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  test('each setting stands in the table, and says so when it is a secret', () => {
    for (const { name } of Object.values(settings))
      expect(settingsTable()).toContain(`\`${name}\``);
    expect(settingsTable()).toMatch(/`SMTP_URL`.*Secret\./);
  });
});
