/**
 * The prototype for the screen: what is on it as plains that keep their identity while they read the same,
 * and the acts that change it. The only door from its components to its document.
 */
import * as making from '#document/kinds/prototype/operations';
import { plainPrototype, type PlainPrototype } from '#document/kinds/prototype/plain';
import { local } from '#document/origins';
import type { StoredPicture } from '#document/shapes';
import type { MakingRole, SceneState } from '#domain/prototype/making';
import { Followed, type OpenBoard } from '$lib/boards/followed.svelte';
import type { TextField } from '$lib/room/text-editing';

export type PrototypeText = making.PrototypeText;
export type LinkFacts = making.LinkFacts;
type Person = making.Person;

export class PrototypeModel extends Followed<PlainPrototype> {
  /** @param open ended by who opened it. */
  constructor(open: OpenBoard) {
    super(open, plainPrototype);
  }

  /** Gives a role to somebody, or takes it from who has it. */
  toggleRole(role: MakingRole, person: Person): void {
    const { memberId } = person;
    const has = this.plain.roles.some((one) => one.role === role && one.memberId === memberId);
    this.act((doc) => {
      if (has) making.unassignRole(doc, role, memberId, local);
      else making.assignRole(doc, role, person, local);
    });
  }

  addScene(title: string): string | null {
    return this.add((doc, id) => making.addScene(doc, id, title, local));
  }
  moveScene(id: string, before: string | null): void {
    this.act((doc) => making.moveScene(doc, id, before, local));
  }
  ownScene(id: string, person: Person | null): void {
    this.act((doc) => making.ownScene(doc, id, person, local));
  }
  /** @param at when it is said, in ms. */
  setSceneState(id: string, said: { state: SceneState; at: number }): void {
    this.act((doc) => making.setSceneState(doc, id, said, local));
  }

  /** @returns its id; null where nothing may be written. */
  addLink(link: LinkFacts & { title: string; owner: Person | null }): string | null {
    return this.add((doc, id) => making.addLink(doc, id, link, local));
  }
  changeLink(id: string, { title, ...facts }: LinkFacts & { title: string }): void {
    const at: PrototypeText = { root: 'links', id, field: 'title' };
    this.act((doc) =>
      doc.transact(() => {
        making.changeLink(doc, id, facts, local);
        const before = making.textOfPrototype(doc, at) ?? '';
        making.editPrototypeText(doc, at, { before, after: title }, local);
      }, local),
    );
  }
  /** Wants the server to look at it again. @param asked the time, in ms. */
  askLink(id: string, asked: number): void {
    this.act((doc) => making.askLink(doc, id, asked, local));
  }
  ownLink(id: string, person: Person | null): void {
    this.act((doc) => making.ownLink(doc, id, person, local));
  }

  addThing(title = ''): string | null {
    return this.add((doc, id) => making.addThing(doc, id, title, local));
  }
  setBringer(id: string, person: Person | null): void {
    this.act((doc) => making.setBringer(doc, id, person, local));
  }
  /** @returns whether it was put on: false where nothing may be written, or the thing is gone. */
  setThingPicture(id: string, picture: StoredPicture | null): boolean {
    const isThere = this.plain.things.some((thing) => thing.id === id);
    return isThere && this.act((doc) => making.setThingPicture(doc, id, picture, local));
  }

  addCheck(text: string): string | null {
    return this.add((doc, id) => making.addCheck(doc, id, text, local));
  }
  tickCheck(id: string, done: boolean): void {
    this.act((doc) => making.tickCheck(doc, id, done, local));
  }

  addFix(fix: { text: string; sceneId: string | null }): string | null {
    return this.add((doc, id) => making.addFix(doc, id, fix, local));
  }
  placeFix(id: string, sceneId: string | null): void {
    this.act((doc) => making.placeFix(doc, id, sceneId, local));
  }
  tickFix(id: string, done: boolean): void {
    this.act((doc) => making.tickFix(doc, id, done, local));
  }
  answerQuestion(id: string, answered: boolean): void {
    this.act((doc) => making.answerTrialQuestion(doc, id, answered, local));
  }

  remove(what: Parameters<typeof making.removeRecord>[1]): void {
    this.act((doc) => making.removeRecord(doc, what, local));
  }

  /** Undefined when it is gone. */
  textOf(at: PrototypeText): string | undefined {
    return making.textOfPrototype(this.room.doc, at);
  }

  /** For `<textarea {@attach model.editing(at)}>`. */
  editing(at: PrototypeText): (field: TextField) => () => void {
    return this.open.editing({
      key: at.id,
      read: () => this.textOf(at),
      edit: (change) => making.editPrototypeText(this.room.doc, at, change, local),
      max: making.longestPrototypeText(at),
    });
  }
}
