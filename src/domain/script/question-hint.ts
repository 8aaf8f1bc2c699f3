/**
 * Points at questions that a customer answers with yes or no, or that put the answer in their mouth, while
 * somebody writes them. In Dutch and English, from the words alone: it never refuses, and where it is not sure
 * it says nothing. What open questions are: the Sprint book, chapter 16 ('ask who, what, where, when, why, how').
 */

export type QuestionHint = 'yes-no' | 'leading';
export type ScriptLanguage = 'nl' | 'en';

/** @returns null for what is no question, or an open one. A leading question that is also closed is leading. */
export function questionHint(text: string, language: ScriptLanguage): QuestionHint | null {
  const questions = questionsIn(text);
  const { leading, closed, inviting } = patterns[language];
  const isInviting = (one: string): boolean => inviting.test(one);
  if (questions.some((one) => leading.some((pattern) => pattern.test(one)))) return 'leading';
  return questions.some((one) => closed.test(one) && !isInviting(one)) ? 'yes-no' : null;
}

/** Sentences that end in a question mark, in lower case and without quotation marks. */
function questionsIn(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/["“”„]/g, '')
    .replace(/\s+/g, ' ');
  return (plain.match(/[^.!?]+\?/g) ?? []).map((one) =>
    one.trim().replace(/^'+/, '').replace(OPENERS, ''),
  );
}

/** Before the question itself begins. */
const OPENERS = /^(?:(?:en|maar|dus|nou|oké|ok|and|but|so|well|okay)[, ]+)+/;

const subjectNl =
  '(?:je|jij|u|jullie|dit|dat|het|er|deze|die|hier|daar|hij|ze|zij|we|wij|iemand|de|een|jouw|uw|alles|iets)';
const subjectEn =
  '(?:you|this|that|it|there|these|those|he|she|they|we|anyone|anybody|somebody|the|a|an|your|everything|anything)';

type Patterns = {
  readonly leading: readonly RegExp[];
  readonly closed: RegExp;
  /** Closed in form, but nobody answers it with yes alone. */
  readonly inviting: RegExp;
};

const patterns: Readonly<Record<ScriptLanguage, Patterns>> = {
  nl: {
    leading: [
      /\b(?:toch|niet waar|hè|nietwaar)\s*\?$/,
      /\b(?:vind|vindt|denk|denkt|zie|ziet|snap|snapt) (?:je|jij|u|jullie) (?:dit |dat |het |deze )?(?:ook|niet)\b/,
      /^(?:is|was|zijn|waren) (?:dit|dat|het|deze|die|zo)\b.*\bniet\b/,
      /\bhoe (?:erg |heel )?(?:makkelijk|gemakkelijk|handig|fijn|goed|leuk|mooi|snel|duidelijk|prettig|moeilijk|lastig|vervelend|irritant|geweldig|belangrijk) (?:is|was|vind|vindt|vond|vinden|zou|lijkt|ging)\b/,
      /\bwat (?:vind|vindt|vond) (?:je|jij|u) (?:er )?(?:het )?(?:zo )?(?:goed|fijn|handig|leuk|mooi|slecht|vervelend|lastig|beter|best|beste|fijnst|leukst|leukste)\b/,
      /\bwaarom (?:is|was|vind|vindt|vond|werkt) .*\b(?:beter|makkelijker|handiger|fijner|sneller|duidelijker|goed|fijn|handig|lastig|moeilijk)\b/,
      /\b(?:ermee|er mee|met ons) eens\b/,
      /\bzou(?:den)? (?:je|jij|u|jullie) (?:dit|het|deze|dat|ons|onze)\b.*\b(?:kopen|gebruiken|aanraden|willen|betalen)\b/,
      /\b(?:natuurlijk|vast wel|vast ook|zeker wel|zeker ook|ongetwijfeld)\b/,
      /\bhelpt (?:dit|het|deze) (?:je|jou|u) (?:niet|ook)\b/,
    ],
    closed: new RegExp(
      `^(?!(?:wat|wie|waar\\w*|wanneer|waarom|hoe\\w*|welke?|stel|vertel|beschrijf|noem|geef|laat)\\b)(?:[a-zéëïü]+) ${subjectNl}\\b`,
    ),
    inviting:
      /^(?:kun|kunt|kan|wil|wilt|zou) (?:je|jij|u) (?:me |mij |ons |eens |kunnen |willen |iets |wat |meer )*(?:vertellen|laten zien|beschrijven|uitleggen|voordoen|hardop)|\bvertellen\b.*\b(?:hoe|wat|waar|wanneer|waarom)\b/,
  },
  en: {
    leading: [
      /\b(?:right|correct|isn't it|is it not|don't you|don't you think|wouldn't you|aren't you|doesn't it|didn't you|won't you)\s*\?$/,
      /^(?:don't|isn't|aren't|doesn't|wouldn't|won't|didn't|wasn't|can't|couldn't|shouldn't) /,
      /\bhow (?:very |really )?(?:easy|useful|helpful|nice|good|great|clear|fast|quick|pleasant|hard|difficult|annoying|important|much better|much easier|likely) (?:is|was|are|were|do|did|would|does)\b/,
      /\bwhat (?:do|did) you (?:like|love|dislike|hate|enjoy)\b/,
      /\bwhy (?:is|was|do you find|did you find|does) .*\b(?:better|easier|nicer|faster|clearer|good|useful|helpful|hard|difficult|annoying)\b/,
      /\b(?:do|would|don't) you agree\b/,
      /\bwould you (?:buy|use|recommend|pay for|want) (?:this|it|that|our|us)\b/,
      /\b(?:obviously|of course|surely|clearly)\b/,
      /\b(?:do|did) you (?:also|too) (?:think|find|feel|like)\b/,
    ],
    closed: new RegExp(
      `^(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|may|might|must|am) ${subjectEn}\\b`,
    ),
    inviting:
      /^(?:can|could|would|will) you (?:please |maybe |perhaps )*(?:tell|show|describe|explain|walk|talk)\b/,
  },
};
