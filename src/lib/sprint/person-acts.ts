/** What a facilitator may do about one member, as a menu; refused acts are greyed by the domain's own rules. */
import BellRing from '@lucide/svelte/icons/bell-ring';
import Drama from '@lucide/svelte/icons/drama';
import Gavel from '@lucide/svelte/icons/gavel';
import Hand from '@lucide/svelte/icons/hand';
import Mic from '@lucide/svelte/icons/mic';
import PenLine from '@lucide/svelte/icons/pen-line';
import QrCode from '@lucide/svelte/icons/qr-code';
import UserRoundCheck from '@lucide/svelte/icons/user-round-check';
import UserX from '@lucide/svelte/icons/user-x';
import { toast } from 'svelte-sonner';
import {
  mayGiveSeatBack,
  mayNudge,
  mayRemoveMember,
  maySetDecider,
} from '#domain/sprint/people-rules';
import { duties, type Duty } from '#domain/sprint/roles';
import type { StageMember } from '#protocol/stage';
import type { MenuItem } from '$lib/components/ui/Menu.svelte';
import type { StageClient } from '$lib/live/stage-client.svelte';
import { m } from '$lib/paraglide/messages';
import { dutyName } from './role-words';
import type { SprintVisit } from './sprint-visit.svelte';
import { doOrAsk } from './taking-dots';

/** What needs an answer of its own before it is done. */
export type PersonQuestion = 'mandate' | 'remove' | 'return';

const dutyIcons = { scribe: PenLine, interviewer: Mic, klantpet: Drama } as const;

export function personActs(
  { client, visit }: { client: StageClient; visit: SprintVisit },
  member: StageMember,
  ask: (question: PersonQuestion) => void,
): MenuItem[] {
  const { me, members } = client.stage;
  return [
    ...attentionItems(client, member),
    { kind: 'heading', label: m.room_duties() },
    {
      label: m.room_role_beslisser(),
      icon: Gavel,
      checked: member.decider,
      disabled: !maySetDecider(member).allowed,
      onselect: () => {
        const memberId = member.decider ? null : member.id;
        void doOrAsk(client, visit, { kind: 'set-decider', memberId });
      },
    },
    ...duties.map((duty): MenuItem => dutyItem(client, member, duty)),
    { kind: 'line' },
    ...mandateItems({ client, visit }, member, ask),
    ...seatItems(client, member, ask),
    {
      label: m.room_remove(),
      icon: UserX,
      danger: true,
      disabled: !mayRemoveMember(member, { me, members }).allowed,
      onselect: () => ask('remove'),
    },
  ];
}

/** The way back into a lost seat; a stand-in of an example has none. */
function seatItems(
  client: StageClient,
  member: StageMember,
  ask: (question: PersonQuestion) => void,
): MenuItem[] {
  if (member.example) return [];
  return [
    {
      label: m.room_return_link(),
      icon: QrCode,
      disabled: !mayGiveSeatBack(member, { me: client.stage.me }).allowed,
      onselect: () => ask('return'),
    },
  ];
}

/** Asking for somebody's attention, and giving them the floor. */
function attentionItems(client: StageClient, member: StageMember): MenuItem[] {
  const { name, id: memberId } = member;
  const nudge: MenuItem = {
    label: m.room_nudge({ name }),
    icon: BellRing,
    disabled: !member.present || !mayNudge(member, { me: client.stage.me }).allowed,
    onselect: () =>
      void client.send({ kind: 'nudge', memberId }).then((sent) => {
        if (sent.ok) toast.success(m.room_nudge_sent({ name }));
      }),
  };
  const lower: MenuItem = {
    label: m.room_hand_lower_of({ name }),
    icon: Hand,
    onselect: () => void client.send({ kind: 'lower-hand', memberId }),
  };
  // Nobody is behind a stand-in of an example: nothing to nudge, no hand to lower.
  if (member.example) return [];
  return member.handRaisedAt === null
    ? [nudge, { kind: 'line' }]
    : [nudge, lower, { kind: 'line' }];
}

function dutyItem(client: StageClient, member: StageMember, duty: Duty): MenuItem {
  const has = member.duties.includes(duty);
  return {
    label: dutyName(duty),
    icon: dutyIcons[duty],
    checked: has,
    onselect: () => {
      const next = has ? member.duties.filter((other) => other !== duty) : [...member.duties, duty];
      void client.send({ kind: 'set-duties', memberId: member.id, duties: next });
    },
  };
}

function mandateItems(
  { client, visit }: { client: StageClient; visit: SprintVisit },
  member: StageMember,
  ask: (question: PersonQuestion) => void,
): MenuItem[] {
  if (member.standIn) {
    return [
      {
        label: m.room_mandate_end(),
        icon: UserRoundCheck,
        onselect: () => void doOrAsk(client, visit, { kind: 'end-mandate' }),
      },
    ];
  }
  const { members } = client.stage;
  const possible =
    !member.decider && member.role !== 'waarnemer' && members.some((one) => one.decider);
  return [
    {
      label: m.room_mandate_give(),
      icon: UserRoundCheck,
      disabled: !possible,
      onselect: () => ask('mandate'),
    },
  ];
}
