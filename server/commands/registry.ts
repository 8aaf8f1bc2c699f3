/** Every command and its handler: the type asks for each kind, so a command without one does not compile. */
import { addStep } from '#server/commands/add-step';
import { askQuestion, takeBackQuestion } from '#server/commands/ask-question';
import { critiqueExhibit, revealMaker } from '#server/commands/critique';
import { handIn, takeBackSketch } from '#server/commands/hand-in';
import { admitLate } from '#server/commands/admit-late';
import { advancePhase } from '#server/commands/advance-phase';
import { amendDecision } from '#server/commands/amend-decision';
import { askPen } from '#server/commands/ask-pen';
import { backStep } from '#server/commands/back-step';
import { bringHere } from '#server/commands/bring-here';
import { cancelReveal } from '#server/commands/cancel-reveal';
import { choosePrototypes } from '#server/commands/choose-prototypes';
import { layDownSupervote } from '#server/commands/lay-down-supervote';
import { castDot } from '#server/commands/cast-dot';
import { closeStep } from '#server/commands/close-step';
import { decide } from '#server/commands/decide';
import { deleteSprint } from '#server/commands/delete-sprint';
import { editSprint } from '#server/commands/edit-sprint';
import { emptyLobby } from '#server/commands/empty-lobby';
import { endMandate } from '#server/commands/end-mandate';
import { extendClock } from '#server/commands/extend-clock';
import { giveMandate } from '#server/commands/give-mandate';
import { giveTurn } from '#server/commands/give-turn';
import { handOver } from '#server/commands/hand-over';
import { layLateNotes } from '#server/commands/lay-late-notes';
import { leaveSprint } from '#server/commands/leave-sprint';
import { lowerHand } from '#server/commands/lower-hand';
import { makeJoinLink } from '#server/commands/make-join-link';
import { makePhoneLink } from '#server/commands/make-phone-link';
import { makeReturnLink } from '#server/commands/make-return-link';
import { moveStep } from '#server/commands/move-step';
import { newCode } from '#server/commands/new-code';
import { nextStep } from '#server/commands/next-step';
import { nudge } from '#server/commands/nudge';
import { openStep } from '#server/commands/open-step';
import { passPen } from '#server/commands/pass-pen';
import { pauseClock } from '#server/commands/pause-clock';
import { removeMember } from '#server/commands/remove-member';
import { removeStep } from '#server/commands/remove-step';
import { renameMe } from '#server/commands/rename-me';
import { repeatStep } from '#server/commands/repeat-step';
import { rebuildBoard } from '#server/commands/rebuild-board';
import { rebuildPile } from '#server/commands/rebuild-pile';
import { restoreSnapshot } from '#server/commands/restore-snapshot';
import { retimeStep } from '#server/commands/retime-step';
import { revokeJoinLink } from '#server/commands/revoke-join-link';
import { setBoardLock } from '#server/commands/set-board-lock';
import { setDecider } from '#server/commands/set-decider';
import { setDoor } from '#server/commands/set-door';
import { setDuties } from '#server/commands/set-duties';
import { setHand } from '#server/commands/set-hand';
import { setParticipates } from '#server/commands/set-participates';
import { setReady } from '#server/commands/set-ready';
import { setRole } from '#server/commands/set-role';
import { setStepChoices } from '#server/commands/set-step-choices';
import { setWideTools } from '#server/commands/set-wide-tools';
import { skipStep } from '#server/commands/skip-step';
import { squeezeDay } from '#server/commands/squeeze-day';
import { startClock } from '#server/commands/start-clock';
import { takeBackDot } from '#server/commands/take-back-dot';
import { withdrawDecision } from '#server/commands/withdraw-decision';
import { writeFacilitatorNote } from '#server/commands/write-facilitator-note';
import type { Handler } from '#server/commands/command';
import type { CommandKind } from '#domain/sprint/permissions';

export const handlers: { readonly [K in CommandKind]: Handler<K> } = {
  'open-step': openStep,
  'close-step': closeStep,
  'next-step': nextStep,
  'skip-step': skipStep,
  'move-step': moveStep,
  'repeat-step': repeatStep,
  'add-step': addStep,
  'remove-step': removeStep,
  'retime-step': retimeStep,
  'set-step-choices': setStepChoices,
  'advance-phase': advancePhase,
  'cancel-reveal': cancelReveal,
  'give-turn': giveTurn,
  'admit-late': admitLate,
  'back-step': backStep,
  'squeeze-day': squeezeDay,
  'restore-snapshot': restoreSnapshot,
  'rebuild-board': rebuildBoard,
  'rebuild-pile': rebuildPile,
  'start-clock': startClock,
  'pause-clock': pauseClock,
  'extend-clock': extendClock,
  'set-board-lock': setBoardLock,
  'set-wide-tools': setWideTools,
  'bring-here': bringHere,
  nudge,
  'write-facilitator-note': writeFacilitatorNote,
  'set-hand': setHand,
  'lower-hand': lowerHand,
  'ask-pen': askPen,
  'pass-pen': passPen,
  'set-ready': setReady,
  'cast-dot': castDot,
  'lay-down-supervote': layDownSupervote,
  'choose-prototypes': choosePrototypes,
  'take-back-dot': takeBackDot,
  'lay-late-notes': layLateNotes,
  'hand-in': handIn,
  'take-back-sketch': takeBackSketch,
  'ask-question': askQuestion,
  'take-back-question': takeBackQuestion,
  'critique-exhibit': critiqueExhibit,
  'reveal-maker': revealMaker,
  decide,
  'withdraw-decision': withdrawDecision,
  'amend-decision': amendDecision,
  'rename-me': renameMe,
  'leave-sprint': leaveSprint,
  'make-phone-link': makePhoneLink,
  'set-participates': setParticipates,
  'set-role': setRole,
  'set-decider': setDecider,
  'set-duties': setDuties,
  'give-mandate': giveMandate,
  'end-mandate': endMandate,
  'hand-over': handOver,
  'remove-member': removeMember,
  'empty-lobby': emptyLobby,
  'make-return-link': makeReturnLink,
  'set-door': setDoor,
  'new-code': newCode,
  'make-join-link': makeJoinLink,
  'revoke-join-link': revokeJoinLink,
  'edit-sprint': editSprint,
  'delete-sprint': deleteSprint,
};

export function handlerOf<K extends CommandKind>(kind: K): Handler<K> {
  return handlers[kind];
}
