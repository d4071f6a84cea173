import { expect, expectTypeOf, test } from 'vitest'
import { accepted, refused } from './decision.ts'
import { decideTo, refusalOf, stepping, targetOf } from './workflow.ts'

const TRANSITIONS = {
  DRAFT: { SEND: 'SENT', NOTE: 'DRAFT' },
  SENT: { ANSWER: 'ANSWERED', RECALL: 'DRAFT', NOTE: 'SENT' },
  ANSWERED: {},
} as const

type Letter =
  | { readonly status: 'DRAFT' }
  | { readonly status: 'SENT'; readonly to: string }
  | { readonly status: 'ANSWERED'; readonly to: string; readonly by: string }
type Command =
  { readonly name: 'SEND'; readonly to: string } | { readonly name: 'ANSWER' | 'RECALL' | 'NOTE' }

const SEND = (_letter: Letter, { to }: { to: string }) => ({ status: 'SENT' as const, to })
const RECALL = () => ({ status: 'DRAFT' as const })
const NOTE = <Of>(letter: Of) => letter
const ANSWER = ({ to }: { to: string }, _command: Command, { me }: { me: string }) => ({
  ...{ status: 'ANSWERED' as const, to, by: me },
})

const evolve = stepping<typeof TRANSITIONS, Letter, Command, { me: string }>({ SEND, RECALL, NOTE, ANSWER })

test('each command takes its step, with what was given and by whom', () => {
  const sent = evolve({ status: 'DRAFT' }, { name: 'SEND', to: 'Ada' }, { me: 'Bo' })
  expect(sent).toEqual({ status: 'SENT', to: 'Ada' })
  expect(evolve(sent, { name: 'NOTE' }, { me: 'Ada' })).toBe(sent)
  expect(evolve(sent, { name: 'ANSWER' }, { me: 'Ada' })).toEqual({
    status: 'ANSWERED',
    to: 'Ada',
    by: 'Ada',
  })
})

test('the compiler takes no step that leads elsewhere than the table, or takes what its state has not', () => {
  type Steps = Parameters<typeof stepping<typeof TRANSITIONS, Letter, Command, { me: string }>>[0]
  const steps = { SEND, RECALL, NOTE, ANSWER }
  const addressed = ({ to }: { to: string }) => ({ status: 'SENT' as const, to })
  expectTypeOf(steps).toExtend<Steps>()
  // The table leads RECALL to DRAFT; a draft, which SEND begins from, has no `to`; each command has its step.
  expectTypeOf({ ...steps, RECALL: addressed }).not.toExtend<Steps>()
  expectTypeOf({ ...steps, SEND: addressed }).not.toExtend<Steps>()
  expectTypeOf({ SEND, RECALL, NOTE }).not.toExtend<Steps>()
})

test('where a command leads, and nowhere where it is not possible', () => {
  expect(targetOf(TRANSITIONS, 'SENT', 'ANSWER')).toBe('ANSWERED')
  expect(targetOf(TRANSITIONS, 'DRAFT', 'ANSWER')).toBeUndefined()
  expect(targetOf(TRANSITIONS, 'ANSWERED', 'NOTE')).toBeUndefined()
})

const all = { impossible: 'STATE', forbidden: 'RIGHT', incomplete: () => 'CONTENT' } as const
test.each([
  ['the state first', {}, 'STATE'],
  ['then the right', { impossible: null }, 'RIGHT'],
  ['then the content', { impossible: null, forbidden: null }, 'CONTENT'],
  ['nothing', { impossible: null, forbidden: null, incomplete: () => null }, null],
] as const)('B01 a command is refused for one reason: %s', (_what, rest, code) => {
  expect(refusalOf<string>({ ...all, ...rest })).toBe(code)
})

test('B01 the content of what is refused anyway is not looked at', () => {
  const incomplete = () => {
    throw new Error('looked at')
  }
  expect(refusalOf<string>({ impossible: null, forbidden: 'RIGHT', incomplete })).toBe('RIGHT')
})

const questions = { ...all, forbidden: null, incomplete: () => null }
test.each([
  ['to where the table leads', 'SENT', {}, accepted({ letter: 'SENT' })],
  ['but not where it leads nowhere', undefined, {}, refused('STATE')],
  ['but not by who may not', 'SENT', { forbidden: 'RIGHT' }, refused('RIGHT')],
  ['but not without its content', 'SENT', { incomplete: () => 'CONTENT' }, refused('CONTENT')],
  ['nowhere, by who may not: the state first', undefined, { forbidden: 'RIGHT' }, refused('STATE')],
] as const)('B01 a command is accepted %s', (_how, to, rest, expected) => {
  expect(decideTo<string, string, object>(to, { ...questions, ...rest }, (letter) => ({ letter }))).toEqual(
    expected,
  )
})
