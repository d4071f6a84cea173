import { describe, expect, test } from 'vitest'
import { effectOf, nextMonth } from './effect.ts'
import { draftOf, problemsOf, type Draft } from './draft.ts'

const rules = [{ startsOn: '2019-03-01' }, { startsOn: '2026-06-01' }, { startsOn: '2027-01-01' }]

describe('B04 what a new rule does to those that are there', () => {
  test.each([
    ['between two', '2026-12-01', rules[1], undefined, rules[2]],
    ['on the day of one', '2027-01-01', rules[1], rules[2], undefined],
    ['after all', '2028-01-01', rules[2], undefined, undefined],
  ])('%s', (_name, from, before, replaced, next) => {
    expect(effectOf(rules, from)).toEqual({ before, replaced, next })
  })

  test('of a setting that has none', () => {
    expect(effectOf([], '2027-01-01')).toEqual({ before: undefined, replaced: undefined, next: undefined })
  })

  test.each([
    ['2026-11-22', '2026-12-01'],
    ['2026-12-31', '2027-01-01'],
  ])('it begins with the month after %s', (day, first) => expect(nextMonth(day)).toBe(first))
})

const setting = (rest: object = {}) => ({
  ...{ code: 'MAXIMUM_OTHER_SPECIALITY', valueKind: 'DAYS', choices: [], inForce: null, rules: [] },
  ...rest,
})
const draft = (rest: Partial<Draft> = {}): Draft => ({
  ...{ number: '1 200', choice: undefined, kinds: [], from: '2026-12-01', source: '§ 31' },
  ...rest,
})

describe('B04 what was written for a new rule', () => {
  const problems = (rest: Partial<Draft>, of: object = {}) =>
    problemsOf(setting(of) as never, draft(rest), '2026-11-22')

  test('is sent as the graph takes it', () => {
    const sent = draftOf(setting() as never, '2026-11-22', [])
    expect(sent).toMatchObject({ number: '', from: '2026-12-01', source: '' })
    expect(problems({})).toEqual({ input: expect.objectContaining({ value: { days: 1200 }, kinds: [] }) })
  })

  test.each([
    ['no number', { number: 'ti' }, { number: 'days' }],
    ['too much', { number: '14641' }, { number: 'days' }],
    ['yesterday', { from: '2026-11-21' }, { from: true }],
    ['no day', { from: '' }, { from: true }],
    ['no source', { source: ' ' }, { source: true }],
  ])('%s is reported before it is sent', (_name, rest, expected) => {
    expect(problems(rest)).toEqual({ problems: expect.objectContaining(expected) })
  })

  test('percent go to a hundred, with a comma', () => {
    const percent = { code: 'ALLOWANCE_PERCENT_AFTER_PART_1', valueKind: 'PERCENT' }
    expect(problems({ number: '12,5' }, percent)).toMatchObject({ input: { value: { percent: 12.5 } } })
    expect(problems({ number: '101' }, percent)).toMatchObject({ problems: { number: 'percent' } })
  })

  test('F132 a rule to sign that names no kind begins with all of them', () => {
    const all = {
      code: 'NEEDS_SIGNATURE',
      inForce: { value: { choice: 'SIGNATURE_NEEDED' }, kinds: [], source: '§ 31' },
    }
    const every = ['HOSPITAL', 'RESEARCH'] as const
    expect(draftOf(setting(all) as never, '2026-11-22', every).kinds).toEqual(every)
  })

  test('what is chosen begins with the choice of today, or with the first', () => {
    const research = { valueKind: 'CHOICE', choices: ['RESEARCH_NOT_COUNTED', 'RESEARCH_COUNTED'] }
    const begun = (inForce: object | null) =>
      draftOf(setting({ ...research, inForce }) as never, '2026-11-22', []).choice
    expect(begun({ value: { choice: 'RESEARCH_COUNTED' }, kinds: [], source: '§ 31' })).toBe(
      'RESEARCH_COUNTED',
    )
    expect(begun(null)).toBe('RESEARCH_NOT_COUNTED')
    const chosen = { code: 'RESEARCH_COUNTS', ...research }
    expect(problems({ choice: 'RESEARCH_COUNTED' }, chosen)).toMatchObject({
      input: { value: { choice: 'RESEARCH_COUNTED' } },
    })
  })

  test('F132 kinds to sign: none chosen is that nothing is signed, which is no kinds at all', () => {
    const sign = { code: 'NEEDS_SIGNATURE', valueKind: 'CHOICE' }
    expect(problems({ kinds: ['HOSPITAL'] }, sign)).toMatchObject({
      input: { value: { choice: 'SIGNATURE_NEEDED' }, kinds: ['HOSPITAL'] },
    })
    expect(problems({ kinds: [] }, sign)).toMatchObject({
      input: { value: { choice: 'SIGNATURE_NOT_NEEDED' }, kinds: [] },
    })
  })
})
