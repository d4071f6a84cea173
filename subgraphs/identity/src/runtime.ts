import type { Bus } from '@kompetanse/events'
import type { Prisma, PrismaClient } from './generated/db/client.ts'

/** What the process is connected to. The schema module connects to nothing, so that it can be printed anywhere. */
export interface Runtime {
  readonly db: PrismaClient
  readonly bus: Pick<Bus, 'publish'>
}

export type Tx = Prisma.TransactionClient

let runtime: Runtime | undefined

/** Called once, before the first request (and by each test file). */
export const useRuntime = (started: Runtime): void => {
  runtime = started
}

function current(): Runtime {
  if (!runtime) throw new Error('used before useRuntime()')
  return runtime
}

export const db = (): PrismaClient => current().db
export const bus = (): Pick<Bus, 'publish'> => current().bus
