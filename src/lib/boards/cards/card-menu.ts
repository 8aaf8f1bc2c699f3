/** What can be done with a card, as the entries of its menu: everything that a hand can, without dragging. */
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ImageOff from '@lucide/svelte/icons/image-off';
import ImagePlus from '@lucide/svelte/icons/image-plus';
import Link from '@lucide/svelte/icons/link';
import Trash2 from '@lucide/svelte/icons/trash-2';
import UserRound from '@lucide/svelte/icons/user-round';
import type { PlainCard } from '#document/kinds/cards/plain';
import type { MenuItem } from '$lib/components/ui/Menu.svelte';
import { m } from '$lib/paraglide/messages';
import type { CardsBoard } from './cards-board.svelte';

export function cardMenu(
  board: CardsBoard,
  card: PlainCard,
  { at, onpicture }: { at: number; onpicture: () => void },
): MenuItem[] {
  const { model, manners } = board;
  const { cards } = model.plain;
  const move = (before: string | null): void => {
    model.moveCard(card.id, before);
    const number = model.plain.cards.findIndex(({ id }) => id === card.id) + 1;
    board.say(m.cards_moved({ number, count: cards.length }));
    void board.focus(`${card.id} title`);
  };
  const { give } = manners;
  return [
    ...(give && manners.turn !== card.id
      ? [
          { label: m.cards_give(), onselect: () => give(card.id) } satisfies MenuItem,
          { kind: 'line' } satisfies MenuItem,
        ]
      : []),
    {
      label: card.link === '' ? m.cards_add_link() : m.cards_change_link(),
      icon: Link,
      onselect: () => (board.linking = card.id),
    },
    {
      label: card.picture ? m.cards_change_picture() : m.cards_add_picture(),
      icon: ImagePlus,
      onselect: onpicture,
    },
    ...(card.picture
      ? [
          {
            label: m.cards_remove_picture(),
            icon: ImageOff,
            onselect: () => void model.setPicture(card.id, null),
          } satisfies MenuItem,
        ]
      : []),
    {
      kind: 'sub',
      label: m.cards_presenter(),
      icon: UserRound,
      items: manners.people.map(({ presenterId, presenter }) => ({
        label: presenter,
        checked: presenterId === card.presenterId,
        onselect: () => model.setPresenter(card.id, { presenterId, presenter }),
      })),
    },
    { kind: 'line' },
    {
      label: m.cards_earlier(),
      icon: ArrowLeft,
      keys: 'Alt+←',
      disabled: at === 0,
      onselect: () => move(cards[at - 1]?.id ?? null),
    },
    {
      label: m.cards_later(),
      icon: ArrowRight,
      keys: 'Alt+→',
      disabled: at === cards.length - 1,
      onselect: () => move(cards[at + 2]?.id ?? null),
    },
    { kind: 'line' },
    {
      label: m.cards_remove(),
      icon: Trash2,
      danger: true,
      onselect() {
        model.removeCard(card.id);
        board.say(m.cards_removed());
      },
    },
  ];
}
