/** The fields of the prototype's records, declared: what the server lets in, and nothing else. */
import * as v from 'valibot';
import { isWebAddress } from '#domain/demos/web-address';
import { limits } from '#domain/limits';
import { linkStatuses } from '#domain/links/link-status';
import { makingRoles, sceneStates } from '#domain/prototype/making';
import { prototypeLimits as most } from '#document/kinds/prototype/records';
import {
  choice,
  flag,
  ID_MOST,
  line,
  number,
  order,
  ref,
  text,
  value,
} from '#document/records/fields';
import { AUTHOR_MOST, pictureValue } from '#document/records/picture-value';

/** An address of the web, or none. Any other scheme never reaches a page. */
const address = v.pipe(
  v.string(),
  v.check((stored) => stored === '' || isWebAddress(stored)),
);

export const prototypeRecords = {
  roles: {
    role: choice(makingRoles, 'maker'),
    member: ref(),
    name: line(AUTHOR_MOST),
    order: order(),
  },
  scenes: {
    panel: ref(),
    number: number(),
    title: text(most.sceneTitle),
    owner: ref(),
    name: line(AUTHOR_MOST),
    state: choice(sceneStates, 'todo'),
    stateAt: number(),
    order: order(),
  },
  links: {
    title: text(most.linkTitle),
    address: value(address, ''),
    variant: line(most.variant),
    version: line(most.version),
    owner: ref(),
    name: line(AUTHOR_MOST),
    asked: number(),
    order: order(),
  },
  checked: {
    address: value(address, ''),
    asked: number(),
    status: choice(linkStatuses, 'unreachable'),
    embeds: flag(),
    at: number(),
  },
  things: {
    title: text(most.thing),
    place: text(most.place),
    bringer: ref(),
    name: line(AUTHOR_MOST),
    picture: value(pictureValue, null),
    order: order(),
  },
  items: { says: line(ID_MOST), text: text(most.item), done: flag(), order: order() },
  fixes: { scene: ref(), text: text(most.fix), done: flag(), order: order() },
  trials: {
    by: line(AUTHOR_MOST),
    reason: line(limits.reason),
    missing: line(ID_MOST),
    at: number(),
  },
  questions: { note: ref(), text: text(most.question), answered: flag(), order: order() },
};
