/** Where the prototype is found: links of the web, and what the server saw when it looked at them. */
import type * as Y from 'yjs';
import { isWebAddress } from '#domain/demos/web-address';
import { cleanText } from '#domain/text/characters';
import { cutText } from '#domain/text/cut';
import { newText } from '#document/boards/stored';
import { plainLinks, type LinkCheck } from '#document/kinds/prototype/plain';
import { prototypeLimits as most } from '#document/kinds/prototype/records';
import { whose, type Person } from '#document/kinds/prototype/scenes';
import { change, keyBefore, put } from '#document/kinds/stored-records';
import { server, type Origin } from '#document/origins';

/** What a link is beside its title. */
export type LinkFacts = { address: string; variant: string; version: string };

/** Nothing for what is no address of the web. */
export function addLink(
  doc: Y.Doc,
  id: string,
  { title, owner, ...facts }: LinkFacts & { title: string; owner: Person | null },
  origin: Origin,
): void {
  if (!isWebAddress(facts.address)) return;
  const links = plainLinks(doc);
  put(doc, 'links', id, origin, () => ({
    title: newText(title, most.linkTitle),
    ...storedFacts(facts),
    ...{ ...whose('owner', owner), asked: 0 },
    order: keyBefore(links, id, null),
  }));
}

/** Nothing for what is no address of the web. */
export function changeLink(doc: Y.Doc, id: string, facts: LinkFacts, origin: Origin): void {
  if (isWebAddress(facts.address)) change(doc, 'links', id, storedFacts(facts), origin);
}

export function ownLink(doc: Y.Doc, id: string, person: Person | null, origin: Origin): void {
  change(doc, 'links', id, whose('owner', person), origin);
}

/** Somebody wants it looked at again. @param asked another number than before, such as the time. */
export function askLink(doc: Y.Doc, id: string, asked: number, origin: Origin): void {
  change(doc, 'links', id, { asked }, origin);
}

/** What the server saw, of a link that is there; nobody else writes it. */
export function setLinkCheck(
  doc: Y.Doc,
  id: string,
  check: LinkCheck & { address: string; asked: number },
  origin: Origin = server,
): void {
  if (!doc.getMap('links').has(id)) return;
  const { address, asked, status, embeds, at } = check;
  put(doc, 'checked', id, origin, () => ({ address, asked, status, embeds, at }));
}

function storedFacts({ address, variant, version }: LinkFacts) {
  const cut = (words: string, longest: number): string =>
    cutText(cleanText(words.replace(/\s+/g, ' ').trim()), longest);
  return { address, variant: cut(variant, most.variant), version: cut(version, most.version) };
}
