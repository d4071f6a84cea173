/** `npm run reset`: throws away all data of `npm start`. Refuses while it runs. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { helpOf } from '@kompetanse/schema/process/help'
import { reachableDataDir } from '@kompetanse/database/embedded'
import { ROOT } from './root.ts'
import { answers, RUNNING_FILE } from './running.ts'

helpOf(import.meta)

if (existsSync(RUNNING_FILE) && (await answers(RUNNING_FILE))) {
  process.stderr.write('the portal is running: stop it first\n')
  process.exit(1)
}
rmSync(reachableDataDir(join(ROOT, '.data/postgres')), { recursive: true, force: true })
rmSync(join(ROOT, '.data'), { recursive: true, force: true })
process.stdout.write('all data is gone; the next start makes it anew\n')
