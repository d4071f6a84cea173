import type { Actor } from '@kompetanse/schema/actor-token'

/** Somebody of the demo, signed in. */
export const aPersonOf = (personId: string): Actor => ({
  kind: 'person',
  personId,
  trainee: false,
  grants: [],
})
