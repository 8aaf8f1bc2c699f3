/** Every command and its handler: the type asks for each kind, so a command without one does not compile. */
import { addStep } from '#server/commands/agenda/add-step';
import { askQuestion, takeBackQuestion } from '#server/commands/sketches/ask-question';
import { critiqueExhibit, revealMaker } from '#server/commands/sketches/critique';
import { handIn, takeBackSketch } from '#server/commands/sketches/hand-in';
import { admitLate } from '#server/commands/boards/admit-late';
import {
  addCustomer,
  callInReserve,
  confirmCustomer,
  editCustomer,
  missCustomer,
} from '#server/commands/interviews/customers';
import {
  layLateObservations,
  pointRow,
  roundOffInterview,
  setTaskResult,
  startInterview,
} from '#server/commands/interviews/interviews';
import {
  beginAsking,
  chooseQuestionnaires,
  finishAsking,
  giveCustomerDots,
  giveScore,
  giveWords,
} from '#server/commands/interviews/ask-aloud';
import { makeCustomerLink, revokeCustomerLink } from '#server/commands/interviews/customer-link';
import { withdrawCustomer } from '#server/commands/interviews/withdraw-customer';
import { decideGo } from '#server/commands/agenda/decide-go';
import { advancePhase } from '#server/commands/agenda/advance-phase';
import { amendDecision } from '#server/commands/votes/amend-decision';
import { askPen } from '#server/commands/boards/ask-pen';
import { backStep } from '#server/commands/agenda/back-step';
import { changeBelofte } from './beloften/change-belofte';
import { layDownOutcome } from './answers/lay-down-outcome';
import { layDownVerdict } from './answers/lay-down-verdict';
import { keepBeloften } from './beloften/keep-beloften';
import { signBeloften } from './beloften/sign-beloften';
import { bringHere } from '#server/commands/people/bring-here';
import { cancelReveal } from '#server/commands/boards/cancel-reveal';
import { choosePrototypes } from '#server/commands/votes/choose-prototypes';
import { layDownSupervote } from '#server/commands/votes/lay-down-supervote';
import { castDot } from '#server/commands/votes/cast-dot';
import { closeStep } from '#server/commands/agenda/close-step';
import { decide } from '#server/commands/votes/decide';
import { deleteSprint } from '#server/commands/sprint/delete-sprint';
import { editSprint } from '#server/commands/sprint/edit-sprint';
import { emptyLobby } from '#server/commands/doors/empty-lobby';
import { endMandate } from '#server/commands/people/end-mandate';
import { extendClock } from '#server/commands/agenda/extend-clock';
import { giveMandate } from '#server/commands/people/give-mandate';
import { giveTurn } from '#server/commands/sketches/give-turn';
import { handOver } from '#server/commands/people/hand-over';
import { layLateNotes } from '#server/commands/boards/lay-late-notes';
import { leaveSprint } from '#server/commands/people/leave-sprint';
import { lowerHand } from '#server/commands/people/lower-hand';
import { makeJoinLink } from '#server/commands/doors/make-join-link';
import { makePaperLink } from '#server/commands/doors/make-paper-link';
import { makePhoneLink } from '#server/commands/doors/make-phone-link';
import { makeReturnLink } from '#server/commands/doors/make-return-link';
import { moveStep } from '#server/commands/agenda/move-step';
import { newCode } from '#server/commands/doors/new-code';
import { nextStep } from '#server/commands/agenda/next-step';
import { nudge } from '#server/commands/people/nudge';
import { openStep } from '#server/commands/agenda/open-step';
import { passPen } from '#server/commands/boards/pass-pen';
import { pauseClock } from '#server/commands/agenda/pause-clock';
import { removeMember } from '#server/commands/people/remove-member';
import { removeStep } from '#server/commands/agenda/remove-step';
import { renameMe } from '#server/commands/people/rename-me';
import { repeatStep } from '#server/commands/agenda/repeat-step';
import { rebuildBoard } from '#server/commands/boards/rebuild-board';
import { rebuildPile } from '#server/commands/boards/rebuild-pile';
import { restoreSnapshot } from '#server/commands/boards/restore-snapshot';
import { retimeStep } from '#server/commands/agenda/retime-step';
import { revokeJoinLink } from '#server/commands/doors/revoke-join-link';
import { setBoardLock } from '#server/commands/boards/set-board-lock';
import { setDecider } from '#server/commands/people/set-decider';
import { setDoor } from '#server/commands/doors/set-door';
import { setDuties } from '#server/commands/people/set-duties';
import { setHand } from '#server/commands/people/set-hand';
import { setParticipates } from '#server/commands/people/set-participates';
import { setReady } from '#server/commands/people/set-ready';
import { setRole } from '#server/commands/people/set-role';
import { setStepChoices } from '#server/commands/agenda/set-step-choices';
import { setWideTools } from '#server/commands/boards/set-wide-tools';
import { skipStep } from '#server/commands/agenda/skip-step';
import { squeezeDay } from '#server/commands/agenda/squeeze-day';
import { startClock } from '#server/commands/agenda/start-clock';
import { beginTrial } from '#server/commands/boards/begin-trial';
import { postponeLastDay } from '#server/commands/sprint/postpone-last-day';
import { takeAlong } from '#server/commands/votes/take-along';
import { takeBackDot } from '#server/commands/votes/take-back-dot';
import { withdrawDecision } from '#server/commands/votes/withdraw-decision';
import { writeFacilitatorNote } from '#server/commands/agenda/write-facilitator-note';
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
  'keep-beloften': keepBeloften,
  'sign-beloften': signBeloften,
  'change-belofte': changeBelofte,
  'lay-down-verdict': layDownVerdict,
  'lay-down-outcome': layDownOutcome,
  'take-along': takeAlong,
  'begin-trial': beginTrial,
  'decide-go': decideGo,
  'postpone-last-day': postponeLastDay,
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
  'add-customer': addCustomer,
  'edit-customer': editCustomer,
  'call-in-reserve': callInReserve,
  'confirm-customer': confirmCustomer,
  'miss-customer': missCustomer,
  'withdraw-customer': withdrawCustomer,
  'start-interview': startInterview,
  'round-off-interview': roundOffInterview,
  'point-row': pointRow,
  'set-task-result': setTaskResult,
  'lay-late-observations': layLateObservations,
  'choose-questionnaires': chooseQuestionnaires,
  'begin-asking': beginAsking,
  'give-score': giveScore,
  'give-words': giveWords,
  'give-customer-dots': giveCustomerDots,
  'finish-asking': finishAsking,
  'make-customer-link': makeCustomerLink,
  'revoke-customer-link': revokeCustomerLink,
  'rename-me': renameMe,
  'leave-sprint': leaveSprint,
  'make-phone-link': makePhoneLink,
  'make-paper-link': makePaperLink,
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
