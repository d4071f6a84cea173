import { describe, expect, it } from 'vitest'
import { isNarrowed, listVariables, readFilter } from './filter.ts'

const read = (search: string) => readFilter(new URLSearchParams(search))
const DOCTOR = '01980000-0010-7000-8000-000000000027'

describe('F039 F043 the filters of the address', () => {
  it('are read, and what is no filter is left out', () => {
    expect(read(`lege=${DOCTOR}&status=ferdig&fra=2026-01-01&til=2026-06-30`)).toEqual({
      ...{ trainee: DOCTOR, status: 'ferdig', from: '2026-01-01', to: '2026-06-30' },
    })
    const none = { trainee: undefined, status: undefined, from: undefined, to: undefined }
    expect(read('lege=x&status=toString&fra=i+dag&til=')).toEqual(none)
  })

  it('ask for one list of what was found, or for what is open and what has been', () => {
    const narrowed = read('status=avlyst&fra=2026-01-01')
    expect(isNarrowed(narrowed)).toBe(true)
    expect(listVariables(narrowed).past.filter).toEqual({ status: ['CANCELLED'], startsOn: '2026-01-01' })
    const ofOne = read(`lege=${DOCTOR}`)
    expect(isNarrowed(ofOne)).toBe(false)
    expect(listVariables(ofOne)).toMatchObject({
      open: { filter: { traineeId: DOCTOR, status: ['INVITED', 'PLANNED'] } },
      past: { filter: { traineeId: DOCTOR, status: ['FINALISED', 'DECLINED', 'CANCELLED'] } },
    })
  })
})
