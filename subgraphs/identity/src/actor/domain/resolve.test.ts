import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { resolveAccount, type Account } from './resolve.ts'

const TODAY = '2026-10-15'
const personId = brandId<'Person'>('siv')
const plain: Account = { personId, trainee: false, grants: [], opened: [] }

const support = { role: 'SUPPORT', regionCode: null, enterpriseId: null } as const
const west = { role: 'REGIONAL_ADMIN', regionCode: 'HELSE_VEST', enterpriseId: null } as const
const given = (
  grant: Account['grants'][number]['grant'],
  validFrom: string,
  validTo: string | null = null,
) => ({
  ...{ grant, period: { validFrom, validTo } },
})
const opened = (traineeId: string, until: string) => ({
  traineeId: brandId<'Person'>(traineeId),
  until: new Date(until),
})
const [TEN, ELEVEN] = ['2026-10-15T10:00:00.000Z', '2026-10-15T11:00:00.000Z']
// Midnight in Oslo: two hours before that of UTC in summer, one in winter.
const TOMORROW = '2026-10-15T22:00:00.000Z'
const NOVEMBER = '2026-10-31T23:00:00.000Z'

const siv = { personId, trainee: false, grants: [] }
const ada = (until: string) => ({ traineeId: brandId<'Person'>('ada'), until })

// prettier-ignore
const TABLE = [
  ['somebody',             {},                                         siv,                                null],
  ['a trainee',            { trainee: true },                          { ...siv, trainee: true },          null],
  ['a role without end',   { grants: [given(support, TODAY)] },        { ...siv, grants: [support] },      null],
  ['a role on its last day', { grants: [given(support, '2026-01-01', TODAY)] }, { ...siv, grants: [support] }, TOMORROW],
  ['a role to come',       { grants: [given(west, '2026-11-01')] },    siv,                                NOVEMBER],
  ['one now, one to come', { grants: [given(support, TODAY), given(west, '2026-11-01')] }, { ...siv, grants: [support] }, NOVEMBER],
  ['an open record',       { opened: [opened('ada', TEN)] },           { ...siv, openRecords: [ada(TEN)] }, TEN],
  ['one opened twice',     { opened: [opened('ada', ELEVEN), opened('ada', TEN)] }, { ...siv, openRecords: [ada(ELEVEN)] }, ELEVEN],
  ['an open record, and a role on its last day',
    { opened: [opened('ada', TEN)], grants: [given(support, '2026-01-01', TODAY)] },
    { ...siv, grants: [support], openRecords: [ada(TEN)] }, TEN],
] as const

describe('F026 B32 the actor of an account, and when the calendar makes it another one', () => {
  test.each(TABLE)('%s', (_who, account, actor, until) => {
    expect(resolveAccount({ ...plain, ...account }, TODAY)).toEqual({
      actor,
      holdsUntil: until && Date.parse(until),
    })
  })
})
