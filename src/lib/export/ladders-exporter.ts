/** Ladders to take along: as a drawing, as a table with a row for each belofte, as data. */
import { formatNorm } from '#domain/klantbelofte/norm';
import { belofteSentence } from '#domain/klantbelofte/opening';
import {
  isEmptyLadders,
  type PlainBelofte,
  type PlainFinding,
  type PlainLadders,
  type PlainProof,
} from '#document/kinds/ladders/plain';
import { behoefteTexts, belofteTexts } from '#document/kinds/ladders/records';
import { picturePath } from '#protocol/pictures';
import {
  audienceWords,
  characterWords,
  pillarWords,
  sourceWords,
  strengthWords,
} from '$lib/boards/ladders/ladder-words';
import { m } from '$lib/paraglide/messages';
import type { BoardExport } from './board-export';
import { csvFile } from './csv-file';
import type { Exporter } from './exporter';
import { laddersBox, laddersSvg, type LaddersDrawing } from './ladders-svg';

export function laddersExporter(
  { sprint, board, sprintId, language }: BoardExport,
  plain: PlainLadders,
): Exporter {
  const { beloften, behoeften, themes, outline } = plain;
  const sentence = ({ words }: PlainBelofte): string => belofteSentence(words, language);
  const norm = (belofte: PlainBelofte): string =>
    belofte.norm ? formatNorm(belofte.norm, language) : '';
  const signed = ({ decided }: PlainBelofte): string =>
    decided.version > 0
      ? m.ladders_signed_by({ name: decided.signedBy, day: isoDay(decided.signedAt) })
      : '';
  const drawing: LaddersDrawing = {
    ...{ sprint, board, plain, sentence, norm, signed },
    proof: (proof) => proofWords(proof),
    finding: (finding) => findingWords(finding),
  };
  const themeOf = ({ themeId }: PlainBelofte): string =>
    themes.find(({ id }) => id === themeId)?.name.trim() ?? '';
  const pictureOf = ({ picture }: PlainBelofte): string =>
    picture ? picturePath(sprintId, picture.id) : '';
  return {
    isEmpty: isEmptyLadders(plain),
    count: beloften.length,
    pictures: [],
    paint(look) {
      const box = laddersBox(drawing, look);
      return { box, svg: (part = box) => laddersSvg(drawing, look, part) };
    },
    csv: () =>
      csvFile([
        [
          ...[m.ladders_csv_place(), m.ladders_behoefte(), m.ladders_who(), m.ladders_moment()],
          ...[m.ladders_csv_sources(), m.ladders_belofte(), m.ladders_norm(), m.ladders_theme()],
          ...[m.ladders_character(), m.ladders_audience(), m.ladders_pillar()],
          ...[m.ladders_channel(), m.ladders_circumstances(), m.ladders_exceptions()],
          ...[m.ladders_csv_proof(), m.ladders_strength(), m.ladders_measured_how()],
          ...[m.ladders_measured_often(), m.ladders_last_value(), m.ladders_owner()],
          ...[m.ladders_employee(), m.ladders_brings_customer(), m.ladders_brings_us()],
          ...[m.ladders_recovery(), m.ladders_recovery_by(), m.ladders_recovery_limit()],
          ...[m.ladders_recovery_soon(), m.ladders_review_on(), m.ladders_csv_signed()],
        ],
        ...beloften.map((one, at) => {
          const behoefte = behoeften.find(({ id }) => id === one.behoefteId);
          const sources = behoefte?.sources ?? [];
          return [
            ...[String(at + 1), behoefte?.words ?? '', behoefte?.who ?? '', behoefte?.moment ?? ''],
            sourcesOf(sources),
            ...[sentence(one), norm(one), themeOf(one)],
            one.character ? characterWords[one.character]() : '',
            one.audience ? audienceWords[one.audience]() : '',
            one.pillar ? pillarWords[one.pillar]() : '',
            ...[one.channel, one.circumstances, one.exceptions],
            [...one.proofs.map(proofWords), ...one.findings.map(findingWords)].join('\n'),
            ...[strengthWords[one.strength](), one.measuredHow, one.measuredOften, one.lastValue],
            ...[one.owner, one.employee, one.bringsCustomer, one.bringsUs],
            ...[one.recovery, one.recoveryBy, one.recoveryLimit, one.recoverySoon],
            ...[one.reviewOn, signed(one)],
          ].map((cell) => cell.trim());
        }),
        // What nobody promised anything for yet is what a customer said all the same.
        ...behoeften
          .filter(({ id }) => !beloften.some(({ behoefteId }) => behoefteId === id))
          .map(({ words, who, moment, sources }) => {
            const cells = ['', words, who, moment, sourcesOf(sources)].map((cell) => cell.trim());
            return [...cells, ...Array.from({ length: 24 }, () => '')];
          }),
      ]),
    json: () => ({
      ladders: {
        outline,
        themes: themes.map(({ id, name }) => ({ id, name: name.trim() })),
        behoeften: behoeften.map((one) => ({
          id: one.id,
          ...pick(one, behoefteTexts),
          ...{ toCustomer: one.toCustomer, toTeam: one.toTeam },
          sources: one.sources.map(({ kind, from, words, about, customer }) => ({
            ...{ kind, from: from || null, words, about: about || null },
            customer: customer || null,
          })),
        })),
        beloften: beloften.map((one) => ({
          ...{ id: one.id, behoefte: one.behoefteId, theme: one.themeId },
          ...pick(one, belofteTexts),
          sentence: sentence(one),
          ...{ norm: one.norm, character: one.character, audience: one.audience },
          ...{ pillar: one.pillar, strength: one.strength, reviewOn: one.reviewOn || null },
          picture: pictureOf(one) || null,
          proofs: one.proofs.map(({ id, words, owner, inPlace, due }) => ({
            ...{ id, words: words.trim(), inPlace, owner: owner.trim() || null, due: due || null },
          })),
          findings: one.findings.map(({ id: _, ...found }) => found),
          ...{ kept: one.decided.kept, concept: one.decided.concept },
          signed:
            one.decided.version === 0
              ? null
              : {
                  ...{ version: one.decided.version, by: one.decided.signedBy },
                  ...{
                    onBehalfOf: one.decided.onBehalfOf || null,
                    reason: one.decided.reason || null,
                  },
                  at: new Date(one.decided.signedAt).toISOString(),
                },
        })),
      },
    }),
  };
}

function sourcesOf(sources: PlainLadders['behoeften'][number]['sources']): string {
  return sources.map(({ kind, words }) => `${sourceWords[kind]()}: ${words}`).join('\n');
}

/** 'staat er: Route-app', 'regelen: Belscript, Chantal, 2026-12-12'. */
function proofWords({ words, inPlace, owner, due }: PlainProof): string {
  const state = inPlace ? m.ladders_proof_in_place() : m.ladders_proof_errand();
  // Of what is in place the day is past; who saw to it is still told.
  const who = [owner.trim(), inPlace ? '' : due].filter((part) => part !== '');
  return `${state}: ${[words.trim(), ...who].join(', ')}`;
}

/** 'steunt: K2, Dan hoef ik niet te wachten (Kies één uur)'. */
function findingWords({ supports, customer, words, about }: PlainFinding): string {
  const side = supports ? m.ladders_finding_supports() : m.ladders_finding_contradicts();
  return `${side}: ${customer}, ${words}${about === '' ? '' : ` (${about})`}`;
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function pick<F extends string>(
  from: Readonly<Record<F, string>>,
  fields: readonly F[],
): Record<F, string> {
  return Object.fromEntries(fields.map((field) => [field, from[field].trim()])) as Record<
    F,
    string
  >;
}
