import { describe, expect, it } from 'vitest';
import { mayBeFramed, statusOf } from '#domain/links/link-status';

const ours = 'https://kamer.example';
const page = 'https://figma.example/proto';
const head = (headers: Record<string, string | string[]>, address = page) => ({
  ...{ status: 200, headers, address },
});

describe('whether a link opens', () => {
  it.each([
    [200, page, 'works'],
    [304, page, 'works'],
    [401, page, 'no-access'],
    [403, page, 'no-access'],
    [404, page, 'unreachable'],
    [500, page, 'unreachable'],
    [200, 'https://accounts.google.example/ServiceLogin?continue=x', 'no-access'],
    [200, 'https://figma.example/login?next=proto', 'no-access'],
    [200, 'https://example.okta.example/sign-in', 'no-access'],
    [200, 'https://figma.example/author/lisa', 'works'],
    [200, 'https://loginov.example/', 'works'],
  ] as const)('[R173] says of an answer %i at %s: %s', (status, address, told) => {
    expect(statusOf({ status, headers: {}, address }, page)).toBe(told);
  });

  it('[R173] takes a page to sign in that is itself the prototype for what it is', () => {
    const address = 'https://wasbeer.example/login';
    expect(statusOf({ status: 200, headers: {}, address }, address)).toBe('works');
  });
});

describe('whether a page stands within ours', () => {
  it.each([
    ['nothing said', {}, true],
    ['DENY', { 'x-frame-options': 'DENY' }, false],
    ['SAMEORIGIN', { 'x-frame-options': 'SAMEORIGIN' }, false],
    ['an option that is none', { 'x-frame-options': 'ALLOW-FROM https://kamer.example' }, false],
    ['ALLOWALL', { 'x-frame-options': 'ALLOWALL' }, true],
    ['none', { 'content-security-policy': "frame-ancestors 'none'" }, false],
    ['self', { 'content-security-policy': "frame-ancestors 'self'" }, false],
    ['all', { 'content-security-policy': 'frame-ancestors *' }, true],
    ['https', { 'content-security-policy': 'frame-ancestors https:' }, true],
    ['http', { 'content-security-policy': 'frame-ancestors http:' }, false],
    ['our host', { 'content-security-policy': 'frame-ancestors kamer.example' }, true],
    ['our origin', { 'content-security-policy': 'frame-ancestors https://kamer.example' }, true],
    ['another port', { 'content-security-policy': 'frame-ancestors kamer.example:8443' }, false],
    ['another host', { 'content-security-policy': 'frame-ancestors other.example' }, false],
    [
      'hosts below another',
      { 'content-security-policy': 'frame-ancestors *.kamer.example' },
      false,
    ],
    ['hosts below', { 'content-security-policy': 'frame-ancestors *.example' }, true],
    ['no source', { 'content-security-policy': 'frame-ancestors' }, false],
    [
      'another directive',
      { 'content-security-policy': "default-src 'none'", 'x-frame-options': 'DENY' },
      false,
    ],
    [
      'a policy that overrides the option',
      { 'content-security-policy': 'FRAME-ANCESTORS *', 'x-frame-options': 'DENY' },
      true,
    ],
    [
      'two policies of which one forbids',
      { 'content-security-policy': ['frame-ancestors *', "frame-ancestors 'none'"] },
      false,
    ],
  ] as [string, Record<string, string | string[]>, boolean][])(
    '[R174] %s',
    (_, headers, allowed) => {
      expect(mayBeFramed(head(headers), ours)).toBe(allowed);
    },
  );

  it('[R174] never one that came by plain http', () => {
    expect(mayBeFramed(head({}, 'http://figma.example/'), ours)).toBe(false);
  });
});
