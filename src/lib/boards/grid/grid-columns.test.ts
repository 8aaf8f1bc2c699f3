import { expect, it } from 'vitest';
import type { StageCustomer } from '#protocol/customers';
import { gridColumns, testedCustomers } from './grid-columns';

const customer = (label: string, more: Partial<StageCustomer> = {}): StageCustomer => ({
  ...{ id: label, label, reserve: false, state: 'planned', slotAt: null, startedAt: null },
  confirmed: false,
  ...{ endedAt: null, interviewer: null, rowNow: null, name: null, parts: null, results: {} },
  asking: { progress: 'none', counted: null, way: null, link: null, form: null, said: null },
  ...more,
});
const labels = (...args: Parameters<typeof gridColumns>): string[] =>
  gridColumns(...args).map(({ label }) => label);

it('[L71] a column stands for who is to come, and for who was seen whatever became of them', () => {
  const customers = [
    ...[
      customer('K1'),
      customer('K2', { state: 'missed' }),
      customer('K3', { state: 'withdrawn' }),
    ],
    customer('R1', { reserve: true }),
  ];
  expect(labels(customers, [])).toEqual(['K1']);
  expect(labels(customers, [{ customer: 'K3' }, { customer: 'K2' }])).toEqual(['K1', 'K2', 'K3']);
  expect(labels([], [{ customer: 'K10' }, { customer: 'K2' }])).toEqual(['K2', 'K10']);
});

it('[L71] questions are answered of who was talked with, and of who has an answer', () => {
  const customers = [
    ...[customer('K1', { state: 'done' }), customer('K2'), customer('K3', { state: 'withdrawn' })],
    customer('K4', { state: 'done' }),
  ];
  const question = {
    ...{ id: 'q', noteId: null, text: '', leading: false, gap: null, order: 'a' },
    ...{ findings: [], verdict: null },
    answers: [{ id: 'x', customer: 'K3', answer: 'yes' as const, why: '', by: '' }],
  };
  const seen = { observations: [], questions: [question] };
  expect(testedCustomers(customers, seen)).toEqual(['K1', 'K3', 'K4']);
  expect(testedCustomers([], seen)).toEqual(['K3']);
});
