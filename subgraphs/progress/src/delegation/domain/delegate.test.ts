import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { accepted, refused as refusal } from '@kompetanse/command/decision'
import {
  availableCommands,
  decideEnding,
  decideNaming,
  type Naming,
  type NamingSituation,
} from './delegate.ts'

const naming = (rest: Partial<Naming> = {}): Naming => ({
  guideline: 'Godkjenn når minst to supervisører har signert.',
  validFrom: '2026-09-01',
  validTo: null,
  ...rest,
})
const colleague = { id: brandId<'Person'>('colleague'), active: true, isTrainee: false }
const decide = (rest: Partial<NamingSituation> = {}, name = naming()) =>
  decideNaming(name, {
    actorId: brandId('leader'),
    delegate: colleague,
    leads: true,
    today: '2026-09-01',
    running: [],
    ...rest,
  })
/** The code, or null of who is named. */
const refused = (...given: Parameters<typeof decide>) => {
  const decision = decide(...given)
  return decision.kind === 'refused' ? decision.code : null
}

describe('naming a delegate', () => {
  test('F094 F097 a leader names a colleague', () => {
    expect(decide()).toEqual(accepted(naming()))
  })
  test('F094 who leads nobody names nobody', () => {
    expect(refused({ leads: false })).toBe('NOT_PERMITTED')
  })
  test('F098 a guideline is required', () => {
    expect(refused({}, naming({ guideline: null }))).toBe('GUIDELINE_REQUIRED')
  })
  test('F094 neither oneself, nor a trainee, nor who has left', () => {
    expect(refused({ delegate: { ...colleague, id: brandId<'Person'>('leader') } })).toBe(
      'PERSON_NOT_QUALIFIED',
    )
    expect(refused({ delegate: { ...colleague, isTrainee: true } })).toBe('PERSON_NOT_QUALIFIED')
    expect(refused({ delegate: { ...colleague, active: false } })).toBe('PERSON_NOT_QUALIFIED')
  })
  test('F094 a period ends after it begins, and not in the past', () => {
    expect(refused({}, naming({ validFrom: '2026-09-02', validTo: '2026-09-01' }))).toBe('PERIOD_INVALID')
    expect(refused({}, naming({ validFrom: '2026-08-01', validTo: '2026-08-31' }))).toBe('PERIOD_INVALID')
    expect(refused({}, naming({ validTo: '2026-09-01' }))).toBeNull()
  })
  test('F100 the same person again only when the periods do not meet', () => {
    const until = (validTo: string | null) => ({ running: [{ validFrom: '2026-08-01', validTo }] })
    expect(refused(until(null))).toBe('ALREADY_DELEGATE')
    expect(refused(until('2026-09-01'))).toBe('ALREADY_DELEGATE')
    expect(refused(until('2026-08-31'))).toBeNull()
    const later = { running: [{ validFrom: '2026-10-01', validTo: null }] }
    expect(refused(later, naming({ validTo: '2026-09-30' }))).toBeNull()
    expect(refused(later, naming({ validTo: '2026-10-01' }))).toBe('ALREADY_DELEGATE')
    expect(refused(later)).toBe('ALREADY_DELEGATE')
  })
})

describe('what is offered of a delegation', () => {
  const today = '2026-09-01'
  const period = { validFrom: '2026-08-01', validTo: null, cancelled: false }
  test.each([
    ['one that runs', period, true, ['END']],
    ['one to come', { ...period, validFrom: '2026-10-01' }, true, ['END']],
    ['another leader’s', period, false, []],
    ['one that is over', { ...period, validTo: '2026-08-31' }, true, []],
    ['one that was cancelled', { ...period, cancelled: true }, true, []],
  ])('F099 %s', (_which, of, mayEnd, commands) => {
    expect(availableCommands({ period: of, mayEnd, today })).toEqual(commands)
  })
})

describe('ending a delegation', () => {
  const [today, invalid] = ['2026-09-01', refusal('PERIOD_INVALID')]
  const end = (
    validFrom: string,
    validTo: string | null,
    rest: { mayEnd?: boolean; cancelled?: boolean } = {},
  ) => {
    const { mayEnd = true, cancelled = false } = rest
    return decideEnding({ period: { validFrom, validTo, cancelled }, mayEnd, today })
  }

  test.each([
    ['that runs', '2026-08-01', null, { lastDay: '2026-08-31' }],
    ['on its last day', '2026-08-01', today, { lastDay: '2026-08-31' }],
    ['on its first day', today, null, { cancelled: true }],
    ['before it begins', '2026-10-01', '2026-10-31', { cancelled: true }],
  ] as const)('F099 one %s', (_which, validFrom, validTo, ending) => {
    expect(end(validFrom, validTo)).toEqual(accepted({ ending }))
    expect(end(validFrom, validTo, { mayEnd: false })).toEqual(refusal('NOT_PERMITTED'))
    expect(end(validFrom, validTo, { cancelled: true })).toEqual(invalid)
  })

  test('F094 what is over is not ended again', () => {
    expect(end('2026-08-01', '2026-08-31')).toEqual(invalid)
  })
})
