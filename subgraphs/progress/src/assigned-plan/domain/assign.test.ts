import { accepted, refused } from '@kompetanse/command/decision'
import { brandId } from '@kompetanse/schema/ids'
import { expect, test } from 'vitest'
import { decideAssignment, decideRows } from './assign.ts'

test.each([
  [0, refused('ROWS_EMPTY')],
  [1, accepted({})],
  [200, accepted({})],
  [201, refused('TOO_MANY_ROWS')],
])('F101 %d pairs at once', (rows, expected) => {
  expect(decideRows(rows)).toEqual(expected)
})

const known = {
  leads: new Map([
    [brandId<'Person'>('led'), true],
    [brandId<'Person'>('seen'), false],
  ]),
  versions: new Map([[brandId<'PlanTemplate'>('klk'), brandId<'PlanVersion'>('klk of today')]]),
}
const unknown = (id: string) => ({ kind: 'unknown', id })
const given = accepted({ plan: { traineeId: 'led', planTemplateId: 'klk', planVersionId: 'klk of today' } })

// prettier-ignore
const TABLE = [
  ['led',      'klk',     given],
  ['led',      'expired', unknown('expired')],
  ['seen',     'klk',     refused('NOT_PERMITTED')],
  ['seen',     'expired', refused('NOT_PERMITTED')],
  ['stranger', 'klk',     unknown('stranger')],
  ['stranger', 'expired', unknown('stranger')],
] as const

test.each(TABLE)('F101 a trainee who is %s gets the plan %s', (trainee, template, expected) => {
  const pair = { traineeId: brandId<'Person'>(trainee), planTemplateId: brandId<'PlanTemplate'>(template) }
  expect(decideAssignment(pair, known)).toEqual(expected)
})
