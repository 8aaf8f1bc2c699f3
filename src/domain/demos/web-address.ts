/**
 * Addresses that people give as a source: web pages and nothing else. Asked by the field where one is
 * typed and by the server for what is stored, so that no other scheme ever becomes a link on a page.
 */
import { limits } from '#domain/limits';
import { unfitCharacter } from '#domain/text/characters';

/** Whether it is a whole address of the web, as it may be stored. Never throws. */
export function isWebAddress(text: string): boolean {
  if (text.length > limits.url || unfitCharacter(text) !== undefined) return false;
  if (!/^https?:\/\/[^\s/]/i.test(text) || /\s/.test(text)) return false;
  return parsed(text) !== null;
}

/** @returns the address that somebody meant, whole; null for what is none. A bare `voorbeeld.nl/pad` is one. */
export function webAddressOf(typed: string): string | null {
  const text = typed.trim();
  const whole =
    /^[a-z][a-z0-9+.-]*:/i.test(text) && !isHostWithPort(text) ? text : `https://${text}`;
  const url = isWebAddress(whole) ? parsed(whole) : null;
  return url && (url.hostname.includes('.') || url.hostname === 'localhost') ? url.href : null;
}

/** The host as people say it; '' of what is no address. */
export function hostOf(address: string): string {
  if (!isWebAddress(address)) return '';
  return (parsed(address)?.host ?? '').replace(/^www\./, '');
}

function isHostWithPort(text: string): boolean {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*:\d+(\/|$)/i.test(text);
}

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
