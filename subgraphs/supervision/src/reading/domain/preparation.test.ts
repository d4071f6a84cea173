import { brandId, type Id } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import type { ConversationStatus } from '../../conversation/domain/conversation.ts'
import { TRANSITIONS } from '../../conversation/domain/transitions.ts'
import { mayReadPreparation } from './preparation.ts'

const ADA = brandId<'Person'>('ada')
const MONA = brandId<'Person'>('mona')
const STARTS = new Date('2026-09-24T12:00:00Z')
const BEFORE = new Date('2026-09-24T11:59:59.999Z')
const AFTER = new Date('2026-09-25T12:00:00Z')

interface Case {
  readonly status: ConversationStatus
  readonly accepted: boolean
  readonly now: Date
}

const reads = ({ now, ...held }: Case, readerId: Id<'Person'>, sharedAt: Date | null = null) =>
  mayReadPreparation({ authorId: ADA, sharedAt }, { readerId, held: { ...held, startsAt: STARTS }, now })

const STATUSES = Object.keys(TRANSITIONS) as ConversationStatus[]
const CASES = STATUSES.flatMap((status) =>
  [true, false].flatMap((accepted) => [BEFORE, STARTS, AFTER].map((now) => ({ status, accepted, now }))),
)

describe('B32 who reads a preparation, in every status, accepted or not, before and after its time', () => {
  test('its author, always', () => {
    expect(CASES.filter((each) => !reads(each, ADA))).toEqual([])
  })
  test('the other, when it is shared', () => {
    expect(CASES.filter((each) => !reads(each, MONA, BEFORE))).toEqual([])
  })
  test('the other, unshared, from the time that both accepted, if it was neither declined nor cancelled', () => {
    expect(CASES.filter((each) => reads(each, MONA))).toEqual([
      { status: 'PLANNED', accepted: true, now: STARTS },
      { status: 'PLANNED', accepted: true, now: AFTER },
      { status: 'FINALISED', accepted: true, now: STARTS },
      { status: 'FINALISED', accepted: true, now: AFTER },
    ])
  })
})
