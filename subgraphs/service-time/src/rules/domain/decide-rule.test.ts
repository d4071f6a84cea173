import { refused } from '@kompetanse/command/decision'
import { aPerson } from '@kompetanse/graph/testing'
import { ROLES, type Role } from '@kompetanse/schema/roles'
import { describe, expect, test } from 'vitest'
import { ALL_CHOICES, choiceOf, CHOICES, choicesOf } from './choices.ts'
import {
  decideRule,
  keptValue,
  availableCommands,
  valueKindOf,
  type GivenValue,
  type ProposedRule,
} from './decide-rule.ts'
import { DELIVERED_RULES } from './delivered.ts'
import { RULE_CODES, type RuleCode } from './rule.ts'

describe('B04 what a setting takes', () => {
  test.each(RULE_CODES)('%s is a number or one of two choices', (code) => {
    const choices = choicesOf(code)
    expect(choices.length).toBe(valueKindOf(code) === 'CHOICE' ? 2 : 0)
    expect(new Set(choices.map((choice) => CHOICES[choice].kept)).size).toBe(choices.length)
  })

  test.each(ALL_CHOICES)('%s is kept as a number that is read as the same', (choice) => {
    const code = CHOICES[choice].of
    const value = keptValue(code, { choice })
    expect(value).not.toBeNull()
    expect(choiceOf({ code, value: value ?? Number.NaN })).toBe(choice)
  })

  test.each(ALL_CHOICES)('%s is of one setting alone', (choice) => {
    const takers = RULE_CODES.filter((code) => keptValue(code, { choice }) !== null)
    expect(takers).toEqual([CHOICES[choice].of])
  })

  test.each(DELIVERED_RULES)('$code, as the portal comes with it, is what can be set', ({ code, value }) => {
    const kind = valueKindOf(code)
    const given = kind === 'CHOICE' ? { choice: choiceOf({ code, value }) } : { [kind.toLowerCase()]: value }
    expect(keptValue(code, given)).toBe(value)
  })

  test.each<[string, RuleCode, GivenValue, number | null]>([
    ['no days', 'REQUIRED_TOTAL', { days: 0 }, 0],
    ['forty years', 'REQUIRED_TOTAL', { days: 14_640 }, 14_640],
    ['more', 'REQUIRED_TOTAL', { days: 14_641 }, null],
    ['fewer than none', 'REQUIRED_TOTAL', { days: -1 }, null],
    ['percent of what has days', 'REQUIRED_TOTAL', { percent: 10 }, null],
    ['a choice of what has days', 'REQUIRED_TOTAL', { choice: 'WORKING_DAYS' }, null],
    ['all of it', 'MINIMUM_FTE', { percent: 100 }, 100],
    ['more than all', 'MINIMUM_FTE', { percent: 100.5 }, null],
    ['days of what has percent', 'MINIMUM_FTE', { days: 10 }, null],
    ['days of what is chosen', 'RESEARCH_COUNTS', { days: 1 }, null],
  ])('%s of %s: %j is %s', (_name, code, given, kept) => expect(keptValue(code, given)).toBe(kept))
})

describe('B04 who sets a rule, and what of', () => {
  const grants = [{ role: 'SUPPORT', regionCode: null, enterpriseId: null }] as const
  const support = aPerson('support', { grants: [...grants] })
  const given = (rest: Partial<ProposedRule> = {}): ProposedRule => ({
    ...{ code: 'RESEARCH_COUNTS', value: { choice: 'RESEARCH_COUNTED' }, kinds: ['RESEARCH', 'RESEARCH'] },
    ...{ source: 'Rundskriv', validFrom: '2026-12-01' },
    ...rest,
  })

  test('F132 it is kept with its unit, each kind once, and has no end', () => {
    expect(decideRule(given(), support, '2026-12-01')).toEqual({
      kind: 'accepted',
      rule: {
        ...{ code: 'RESEARCH_COUNTS', value: 1, unit: 'SWITCH', kinds: ['RESEARCH'] },
        ...{ source: 'Rundskriv', validFrom: '2026-12-01', validTo: null },
      },
    })
  })

  test.each([
    ['another setting’s choice', { value: { choice: 'WORKING_DAYS' as const } }, 'VALUE_INVALID'],
    [
      'a share finer than it counts',
      { code: 'MINIMUM_FTE' as const, value: { percent: 10.004 } },
      'VALUE_INVALID',
    ],
    [
      'a time finer than it counts',
      { code: 'REQUIRED_TOTAL' as const, value: { days: 1e-9 } },
      'VALUE_INVALID',
    ],
    ['no source', { source: '' }, 'SOURCE_MISSING'],
    ['yesterday', { validFrom: '2026-11-30' }, 'DATE_IN_PAST'],
  ])('%s is refused', (_name, rest, refusal) => {
    expect(decideRule(given(rest), support, '2026-12-01')).toEqual(refused(refusal))
    expect(decideRule(given(rest), aPerson('other'), '2026-12-01')).toEqual(refused('NOT_PERMITTED'))
  })

  /** What comes of the actor's attempt, and what the actor is offered. */
  function tried(roles: readonly Role[], kind: 'person' | 'machine' | 'gateway' = 'person') {
    const grants = roles.map((role) => ({ role, regionCode: null, enterpriseId: null }))
    const actor = aPerson('', { kind, grants })
    return { decided: decideRule(given(), actor, '2026-12-01'), offered: availableCommands(actor) }
  }
  const mayNot = { decided: refused('NOT_PERMITTED'), offered: [] }

  test.each([
    ...ROLES.map((role) => [[role], role === 'SUPPORT'] as const),
    [[], false] as const,
    [['LOCAL_ADMIN', 'SUPPORT'], true] as const,
  ])('who has %j may set rules, and is offered to: %s', (roles, may) => {
    const does = { decided: { kind: 'accepted' }, offered: ['SET_RULE'] }
    expect(tried(roles)).toMatchObject(may ? does : mayNot)
  })

  test.each(['machine', 'gateway'] as const)('no %s sets rules, whatever it is granted', (kind) => {
    expect(tried(['SUPPORT'], kind)).toEqual(mayNot)
  })

  test.each(['2026-12-01', '2026-12-02'])('from %s on is not the past', (validFrom) => {
    expect(decideRule(given({ validFrom }), support, '2026-12-01')).toMatchObject({ rule: { validFrom } })
  })
})
