import { DATABASE, databaseUrl, loginRoles } from '@kompetanse/database/embedded'
import { passwordOf, type Keys } from '../keys.ts'
import { secretsOf, type Secrets } from '../secrets.ts'

const SUPERUSER = 'postgres'
/** PostgreSQL as the containers find it. */
const SERVER = `postgresql://${SUPERUSER}@postgres/postgres`

/** What each kind of container finds in SECRETS_DIR: a folder each, of which docker-compose.yml mounts one. */
export function containerSecrets(keys: Keys): Readonly<Record<string, Secrets>> {
  const password = (role: string) => passwordOf(keys, role)
  const urlOf = (role: string) =>
    databaseUrl(SERVER, { database: DATABASE, user: role, password: password(role) })
  return {
    ...secretsOf(keys, urlOf),
    postgres: { POSTGRES_PASSWORD: password(SUPERUSER) },
    provision: {
      DATABASE_URL: databaseUrl(SERVER, { user: SUPERUSER, password: password(SUPERUSER) }),
      DATABASE_PASSWORDS: JSON.stringify(
        Object.fromEntries(loginRoles().map(({ role }) => [role, password(role)])),
      ),
    },
  }
}
