import { evidenceOf } from '@kompetanse/graph'
import { pool } from '../../database.ts'
import type { ServicePeriod } from '../../generated/db/client.ts'

type Decided = Pick<ServicePeriod, 'id' | 'status'>

export const { isUnverified, shownStatus } = evidenceOf<Decided>('service_period', pool, [
  'SIGNED',
  'REJECTED',
])
