/**
 * A script for the screen: what is in it as plains that keep their identity while they read the same, and the
 * acts that change it. The only door from its components to its document.
 */
import * as script from '#document/kinds/script/operations';
import { plainScript, type PlainScript } from '#document/kinds/script/plain';
import { local } from '#document/origins';
import type { ScriptAct, ScriptLineKind, ScriptNoteKind } from '#domain/script/acts';
import { Followed, type OpenBoard } from '$lib/boards/followed.svelte';
import type { TextField } from '$lib/room/text-editing';

export type ScriptText = script.ScriptText;

export class ScriptModel extends Followed<PlainScript> {
  /** @param open ended by who opened it. */
  constructor(open: OpenBoard) {
    super(open, plainScript);
  }

  setMinutes(act: ScriptAct, minutes: number): void {
    this.act((doc) => script.setActMinutes(doc, act, minutes, local));
  }
  /** @returns its id; null where nothing may be written. */
  addLine(line: { act: ScriptAct; kind: ScriptLineKind; text?: string }): string | null {
    return this.add((doc, id) => script.addLine(doc, id, line, local));
  }
  moveLine(id: string, to: { act: ScriptAct; before: string | null }): void {
    this.act((doc) => script.moveLine(doc, id, to, local));
  }
  setKind(id: string, kind: ScriptLineKind): void {
    this.act((doc) => script.setLineKind(doc, id, kind, local));
  }
  removeLine(id: string): void {
    this.act((doc) => script.removeLine(doc, id, local));
  }
  addNote(note: { lineId: string; kind: ScriptNoteKind; text?: string }): string | null {
    return this.add((doc, id) => script.addScriptNote(doc, id, note, local));
  }
  removeNote(id: string): void {
    this.act((doc) => script.removeScriptNote(doc, id, local));
  }
  hangOn(lineId: string, hang: { questionId: string; hangs: boolean }): void {
    this.act((doc) => script.hangOn(doc, lineId, hang, local));
  }

  /** Undefined when it is gone. */
  textOf(at: ScriptText): string | undefined {
    return script.textOfScript(this.room.doc, at);
  }
  /** For `<textarea {@attach model.editing(at)}>`. */
  editing(at: ScriptText): (field: TextField) => () => void {
    return this.open.editing({
      key: at.id,
      read: () => this.textOf(at),
      edit: (change) => script.editScriptText(this.room.doc, at, change, local),
      max: script.longestScriptText(at),
    });
  }
}
