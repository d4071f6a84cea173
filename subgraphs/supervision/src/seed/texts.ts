import { choose } from '@kompetanse/process/seeding'

/** One conversation's worth of words: what it was about, what each brought, what was said and what was agreed. */
interface Theme {
  readonly topics: readonly string[]
  readonly trainee: string
  readonly mentor: string
  readonly minutes: string
  readonly agreements: string
}

const THEMES: readonly Theme[] = [
  {
    topics: ['Trygghet i prosedyrer', 'Kileeksisjon', 'Legevakt'],
    trainee:
      'Kileeksisjon: er jeg trygg nok til å gjøre dette alene?\nVanskelig samtale med en pårørende. Vil gå gjennom hva jeg sa først.\nTo netter på rad på legevakt, lite tid til å lese.',
    mentor:
      'Fem mål som kan være nådd, gå gjennom hvert av dem.\nAvtalt sist: hospitering på øre-nese-hals. Ble det noe av?',
    minutes:
      'Trygghet i prosedyrer. Beskriver godt når det er riktig å henvise. Vi gikk gjennom samtalen fra forrige måned; neste gang begynner den med å spørre om forventninger.',
    agreements: 'To kileeksisjoner med supervisør til stede før neste gang. Bestiller hospitering selv.',
  },
  {
    topics: ['Siden sist', 'Konsultasjonsteknikk', 'Tidsbruk'],
    trainee: 'Blir ofte forsinket utover dagen. Hvordan avslutter du en konsultasjon?',
    mentor: 'Ta med dagsliste for en vanlig tirsdag, så ser vi på den sammen.',
    minutes:
      'Gikk gjennom en vanlig dag time for time. De fleste forsinkelsene kommer av flere problemstillinger i samme time. Øvde på å sette agenda sammen med pasienten i starten.',
    agreements: 'Setter agenda i alle konsultasjoner i to uker og noterer hvor ofte tiden holder.',
  },
  {
    topics: ['Samarbeid', 'Hjemmesykepleien', 'Legemiddelgjennomgang'],
    trainee: 'Usikker på hvem som har ansvaret når sykehuset endrer medisinlisten.',
    mentor: 'Vil høre om møtet med hjemmesykepleien, og hva som var vanskelig.',
    minutes:
      'Snakket om ansvar ved overganger og om når man ringer i stedet for å skrive. Fin refleksjon over egen rolle i samarbeidsmøtet.',
    agreements: 'Leder neste legemiddelgjennomgang på sykehjemmet; veileder er med som observatør.',
  },
  {
    topics: ['Legerollen', 'Arbeidsbelastning', 'Trivsel'],
    trainee: 'Tar med meg mye hjem. Vil snakke om grenser og pauser.',
    mentor: 'Trivsel og vaktbelastning. Hvordan gikk høsten?',
    minutes:
      'Åpen samtale om belastning og om hva som gir energi. Snakket om kollegastøtte og om å si fra tidlig. Ingen bekymring nå, men vi følger med.',
    agreements: 'Blokkerer lunsj i timeboken. Vi tar det opp igjen om to samtaler.',
  },
  {
    topics: ['Gjennomgang av læringsmål', 'Plan for halvåret'],
    trainee: 'Har fylt ut status på alle målene. Mangler mest innen akuttmedisin og samfunnsmedisin.',
    mentor: 'Gå gjennom planen og se hva som bør komme før sommeren.',
    minutes:
      'Gikk gjennom planen. God framdrift i de kliniske målene; akuttmedisin trenger flere situasjoner med supervisjon. Enige om rekkefølgen videre.',
    agreements: 'Melder seg på akuttmedisinkurs og avtaler to dager på ambulansen.',
  },
  {
    topics: ['Kasus til refleksjon', 'Usikkerhet', 'Henvisninger'],
    trainee: 'Tre henvisninger kom i retur. Hva kunne jeg gjort annerledes?',
    mentor: 'Les gjennom egne henvisninger på forhånd og velg to som vi diskuterer.',
    minutes:
      'Diskuterte to henvisninger uten opplysninger om pasientene. Tydelig problemstilling og ønsket avklaring manglet i begge. Snakket om å tåle usikkerhet og bruke ventetid.',
    agreements: 'Skriver problemstillingen først i de neste ti henvisningene og tar med to eksempler.',
  },
  {
    topics: ['Kommunikasjon', 'Vanskelige samtaler', 'Tilbakemelding'],
    trainee: 'En klage fra en pårørende. Vil forstå hva som skjedde.',
    mentor: 'Hva gjorde det med deg, og hva tar du med videre?',
    minutes:
      'Gikk gjennom hendelsen uten personopplysninger. God evne til å se saken fra den andres side. Vi øvde på å si fra om feil tidlig og tydelig.',
    agreements: 'Bruker videoobservasjon i én konsultasjon før neste samtale, etter samtykke.',
  },
]

const REASONS = [
  'Sykdom hos den ene av oss, finner ny tid.',
  'Vakten ble flyttet til denne dagen.',
  'Kolliderer med kurs.',
] as const

const PLACES = [
  'Møterommet i andre etasje',
  'Kontoret til veileder',
  'https://video.example/veiledning',
  'Pauserommet',
] as const

export const themeOf = (...name: readonly (string | number)[]): Theme => choose(THEMES, 'theme', ...name)
export const reasonOf = (...name: readonly (string | number)[]): string => choose(REASONS, 'reason', ...name)
export const placeOf = (...name: readonly (string | number)[]): string => choose(PLACES, 'place', ...name)

export const OTHER_SUPERVISION = [
  'Observert konsultasjon med tilbakemelding.',
  'Drøfting på telefon etter legevakt.',
] as const
export const GROUP_TOPICS = [
  'Kommunikasjon og konsultasjon',
  'Legen i møte med egen usikkerhet',
  'Sykmelding og samarbeid med NAV',
  'Akuttmedisin i og utenfor kontoret',
  'Barn og unge',
  'Psykisk helse i allmennpraksis',
  'Eldre, multisykdom og prioritering',
  'Faglig oppdatering og forbedringsarbeid',
] as const
