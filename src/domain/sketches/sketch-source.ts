/**
 * What a sketch answers, where its maker says so as it is handed in: a question that was chosen on Monday,
 * or the moment on the map that the week aims at. By reference, so that a later step can follow it. Pure.
 */
export const sketchSourceKinds = ['hmw', 'chapter'] as const;

/** `id`: of a question `<roundId>/<candidateId>`, of a moment the chapter's on its map. */
export type SketchSource = {
  readonly kind: (typeof sketchSourceKinds)[number];
  readonly id: string;
};

/** What was chosen so far, and can be answered. */
export type Answerable = {
  /** Each `<roundId>/<candidateId>`. */
  readonly questions: readonly string[];
  /** Null while no moment was chosen. */
  readonly chapter: string | null;
};

export function isAnswerable(
  { kind, id }: SketchSource,
  { questions, chapter }: Answerable,
): boolean {
  return kind === 'hmw' ? questions.includes(id) : chapter === id;
}
