import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Runner } from './runner.svelte.ts'
import { aCommand, done, lost, refused, stale } from './testing.ts'

/** A model of the runner's contract, independent of its implementation. */
type Model = {
  open: number | undefined
  words: string | undefined
  refusedFor: string | undefined
  refreshed: number
}
type Real = { work: Runner; refreshed: number; open: ReturnType<typeof aCommand>[] }
type Step = fc.AsyncCommand<Model, Real>

const answers = { done, refused, stale, lost, thrown: undefined } as const
type Answer = keyof typeof answers
const CODES = {
  refused: 'COMMENT_REQUIRED',
  stale: 'STALE_VERSION',
  lost: 'UNREACHABLE',
  thrown: 'UNREACHABLE',
}

const settled = () => new Promise((resolve) => setImmediate(resolve))
const check = (model: Model, { work, refreshed }: Real): void => {
  expect(work.busy).toBe(model.open !== undefined)
  expect(work.code).toBe(model.open === undefined ? model.refusedFor : undefined)
  expect(work.refused === undefined).toBe(work.code === undefined)
  expect(work.receipt === undefined).toBe(model.words === undefined && model.refusedFor === undefined)
  if (model.words !== undefined) expect(work.receipt).toEqual({ kind: 'success', text: model.words })
  expect(refreshed).toBe(model.refreshed)
}

const press = (name: string): Step => ({
  check: () => true,
  toString: () => `press ${name}`,
  async run(model, real) {
    const command = aCommand()
    void real.work.run(command.send, { name, done: name }).catch(() => undefined)
    await settled()
    // Sent exactly when nothing else was under way.
    expect(command.send).toHaveBeenCalledTimes(model.open === undefined ? 1 : 0)
    if (model.open === undefined) model.open = real.open.push(command) - 1
    check(model, real)
  },
})
const answer = (kind: Answer, name: string): Step => ({
  check: ({ open }) => open !== undefined,
  toString: () => `answer ${kind}`,
  async run(model, real) {
    const { work } = real
    const command = real.open[model.open ?? -1]
    const running = work.running
    const value = answers[kind]
    if (value) command?.resolve(value)
    else command?.reject(new Error(name))
    await settled()
    model.open = undefined
    model.words = kind === 'done' ? running : undefined
    model.refusedFor = kind === 'done' ? undefined : CODES[kind]
    if (kind === 'stale') model.refreshed += 1
    check(model, real)
  },
})
const say = (words: string): Step => ({
  check: () => true,
  toString: () => `say ${words}`,
  async run(model, real) {
    real.work.say(words)
    model.words = words
    model.refusedFor = undefined
    check(model, real)
  },
})
const forget: Step = {
  check: () => true,
  toString: () => 'forget',
  async run(model, real) {
    real.work.forget()
    if (model.open === undefined) model.words = model.refusedFor = undefined
    check(model, real)
  },
}

describe('any order of presses, answers and words', () => {
  it('leaves one command at a time, each answered, and no button waiting', async () => {
    const words = fc.constantFrom('a', 'b', 'c')
    const kinds = fc.constantFrom(...(Object.keys(answers) as Answer[]))
    const steps = [
      words.map(press),
      fc.tuple(kinds, words).map(([kind, name]) => answer(kind, name)),
      words.map(say),
      fc.constant(forget),
    ]
    await expect(
      fc.assert(
        fc.asyncProperty(fc.commands(steps, { maxCommands: 30 }), async (orders) => {
          const real: Real = { work: undefined as never, refreshed: 0, open: [] }
          real.work = new Runner({ refresh: () => (real.refreshed += 1) })
          const model: Model = { open: undefined, words: undefined, refusedFor: undefined, refreshed: 0 }
          await fc.asyncModelRun(() => ({ model, real }), orders)
        }),
        { numRuns: 200 },
      ),
    ).resolves.toBeUndefined()
  })
})
