import { expect, test } from 'vitest'
import { detailsOf, draftOf, emptyDraft, shareOf } from './draft.ts'
import { unsendable } from './problems.ts'

const CLINIC = { id: 'e1', name: 'Nordvåg legesenter' }

test('F131 a percent is read as it is written', () => {
  expect([shareOf('100'), shareOf('62,5'), shareOf(' 80.25 % ')]).toEqual([1, 0.625, 0.8025])
  expect(shareOf('')).toBeNaN()
  expect(shareOf('full')).toBeNaN()
})

test('F131 a place of the portal is sent by its id, another by its name', () => {
  const draft = { ...emptyDraft(CLINIC, 'LIS3'), place: 'nordvåg legesenter ' }
  expect(detailsOf(draft, [CLINIC])).toMatchObject({ place: { enterpriseId: 'e1' } })
  expect(detailsOf({ ...draft, place: 'Havna' }, [CLINIC])).toMatchObject({ place: { name: 'Havna' } })
})

test('F139 what was registered comes back as it was, absences and all', () => {
  const details = {
    ...{ kind: 'HOSPITAL' as const, place: { name: 'Havna' }, unitName: null, position: 'LIS2' },
    ...{ fte: 0.8, startsOn: '2024-02-29', endsOn: null, overlapReason: 'Vakter.' },
    absences: [{ kind: 'SICKNESS' as const, startsOn: '2024-03-01', endsOn: '2024-03-02', share: 0.5 }],
    unsupervisedPeriods: [{ startsOn: '2024-04-01', endsOn: '2024-04-02', reason: 'Veileder var borte.' }],
  }
  expect(detailsOf(draftOf({ ...details, enterpriseName: 'Havna' }), [])).toEqual(details)
})

test('F131 all that is missing is reported at once, each at its place', () => {
  const draft = emptyDraft(undefined, '')
  const rows = { ...draft, percent: 'x', gaps: [{ key: 1, startsOn: '2024-01-01', endsOn: '', reason: '' }] }
  expect(unsendable(rows).map(({ code, part, index }) => `${part} ${index} ${code}`)).toEqual([
    'PERIOD null DATE_INVALID',
    'PERIOD null END_MISSING',
    'PERIOD null SHARE_OUT_OF_RANGE',
    'UNSUPERVISED 0 END_MISSING',
    'PERIOD null ENTERPRISE_MISSING',
    'PERIOD null POSITION_MISSING',
    'UNSUPERVISED 0 REASON_MISSING',
  ])
})
