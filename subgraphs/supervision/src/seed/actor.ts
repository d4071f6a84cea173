import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'

/** Somebody of the demo, signed in. */
export const aPersonOf = (personId: Id<'Person'>): Actor => ({
  kind: 'person',
  personId,
  trainee: false,
  grants: [],
})
