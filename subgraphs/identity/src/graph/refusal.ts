import type { IdentityRefusal } from '../authority/domain/refusal.ts'
import { refusal } from '../builder.ts'

export const IdentityRefused = refusal<IdentityRefusal>('IdentityRefused', {
  codes: {
    ...{ NOT_PERMITTED: '', ALREADY_REGISTERED: '', PERSON_NOT_QUALIFIED: '' },
    ...{ PERIOD_INVALID: '', PERIOD_OVERLAPS: '', SCOPE_INVALID: '' },
    ...{ REASON_INVALID: '', TEXT_TOO_LONG: '', NATIONAL_ID_FOUND: '', TOO_MANY_OPEN: '' },
  },
})
