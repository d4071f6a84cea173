-- CreateEnum
CREATE TYPE "TrainingPart" AS ENUM ('PART_1', 'PART_2', 'PART_3');

-- CreateEnum
CREATE TYPE "RelationKind" AS ENUM ('LEADER', 'MENTOR', 'SUPERVISOR');

-- CreateEnum
CREATE TYPE "ConversationStatus" AS ENUM ('INVITED', 'PLANNED', 'DECLINED', 'FINALISED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "GoalAssessment" AS ENUM ('RECOMMENDED', 'NOT_YET', 'NOT_ASSESSED');

-- CreateEnum
CREATE TYPE "ConversationTextPart" AS ENUM ('MINUTES', 'AGREEMENTS', 'TRAINEE_PREPARATION', 'MENTOR_PREPARATION');

-- CreateEnum
CREATE TYPE "ConversationCommand" AS ENUM ('INVITE', 'RECORD_HELD', 'ACCEPT', 'DECLINE', 'RESCHEDULE', 'EDIT_AGENDA', 'ASSESS_GOALS', 'FINALISE', 'CANCEL');

-- CreateEnum
CREATE TYPE "TemplateOrigin" AS ENUM ('PORTAL_DEFAULT', 'ENTERPRISE', 'REGION');

-- CreateEnum
CREATE TYPE "RuleKind" AS ENUM ('INDIVIDUAL_HOURS_PER_YEAR', 'GROUP_HOURS', 'REGULAR_WITHIN_DAYS');

-- CreateEnum
CREATE TYPE "GuidanceKind" AS ENUM ('CONVERSATION', 'OTHER_GUIDANCE', 'GROUP');

-- CreateEnum
CREATE TYPE "HistorySubject" AS ENUM ('GUIDANCE', 'GROUP', 'TEMPLATE');

-- CreateTable
CREATE TABLE "directory_person" (
    "id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "unit_id" UUID,
    "unit_name" TEXT,
    "enterprise_id" UUID,
    "enterprise_name" TEXT,
    "region_code" TEXT,
    "is_trainee" BOOLEAN NOT NULL DEFAULT false,
    "track_code" TEXT,
    "track_name" TEXT,
    "part" "TrainingPart",
    "position" TEXT,
    "training_started_on" DATE,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "directory_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relation" (
    "id" UUID NOT NULL,
    "kind" "RelationKind" NOT NULL,
    "trainee_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL,

    CONSTRAINT "relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deputyship" (
    "id" UUID NOT NULL,
    "leader_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "deputyship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "mentor_id" UUID NOT NULL,
    "series_id" UUID,
    "status" "ConversationStatus" NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_minutes" INTEGER NOT NULL,
    "place" TEXT,
    "topics" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "text_sequence" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "finalised_by_id" UUID,
    "finalised_at" TIMESTAMPTZ(3),
    "digest" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_series" (
    "id" UUID NOT NULL,
    "every_weeks" INTEGER NOT NULL,

    CONSTRAINT "conversation_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_goal" (
    "conversation_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "assessment" "GoalAssessment" NOT NULL DEFAULT 'NOT_ASSESSED',

    CONSTRAINT "conversation_goal_pkey" PRIMARY KEY ("conversation_id","goal_id")
);

-- CreateTable
CREATE TABLE "conversation_text" (
    "conversation_id" UUID NOT NULL,
    "part" "ConversationTextPart" NOT NULL,
    "state" BYTEA NOT NULL,
    "text" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_text_pkey" PRIMARY KEY ("conversation_id","part")
);

-- CreateTable
CREATE TABLE "conversation_history" (
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "command" "ConversationCommand" NOT NULL,
    "status" "ConversationStatus" NOT NULL,
    "by_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "digest" TEXT,

    CONSTRAINT "conversation_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_record" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "conversation_id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "content" TEXT NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "conversation_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_template" (
    "id" UUID NOT NULL,
    "origin" "TemplateOrigin" NOT NULL,
    "enterprise_id" UUID,
    "region_code" TEXT,
    "name" TEXT NOT NULL,
    "topics" TEXT[],
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "conversation_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervision_rule" (
    "id" UUID NOT NULL,
    "kind" "RuleKind" NOT NULL,
    "track_code" TEXT,
    "value" DOUBLE PRECISION NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "source" TEXT NOT NULL,

    CONSTRAINT "supervision_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guidance_entry" (
    "id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "kind" "GuidanceKind" NOT NULL,
    "note" TEXT,
    "conversation_id" UUID,
    "meeting_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "guidance_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_period" (
    "id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "share" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "removed" BOOLEAN NOT NULL,
    "unsupervised" JSONB NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "service_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervision_group" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mentor_id" UUID NOT NULL,
    "track_code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "supervision_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_member" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "joined_on" DATE NOT NULL,
    "left_on" DATE,

    CONSTRAINT "group_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_meeting" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "topic" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_history" (
    "id" UUID NOT NULL,
    "subject_kind" "HistorySubject" NOT NULL,
    "subject_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "command" TEXT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "change_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_event" (
    "id" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "conversation_id" UUID NOT NULL,
    "change" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "part" "ConversationTextPart",
    "update" BYTEA,
    "sequence" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "directory_person_unit_id_idx" ON "directory_person"("unit_id");

-- CreateIndex
CREATE INDEX "directory_person_enterprise_id_idx" ON "directory_person"("enterprise_id");

-- CreateIndex
CREATE INDEX "directory_person_region_code_idx" ON "directory_person"("region_code");

-- CreateIndex
CREATE INDEX "relation_trainee_id_kind_idx" ON "relation"("trainee_id", "kind");

-- CreateIndex
CREATE INDEX "relation_person_id_kind_idx" ON "relation"("person_id", "kind");

-- CreateIndex
CREATE INDEX "deputyship_leader_id_idx" ON "deputyship"("leader_id");

-- CreateIndex
CREATE INDEX "deputyship_deputy_id_idx" ON "deputyship"("deputy_id");

-- CreateIndex
CREATE INDEX "conversation_trainee_id_starts_at_idx" ON "conversation"("trainee_id", "starts_at");

-- CreateIndex
CREATE INDEX "conversation_mentor_id_starts_at_idx" ON "conversation"("mentor_id", "starts_at");

-- CreateIndex
CREATE INDEX "conversation_series_id_idx" ON "conversation"("series_id");

-- CreateIndex
CREATE INDEX "conversation_history_conversation_id_at_idx" ON "conversation_history"("conversation_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_record_sequence_key" ON "conversation_record"("sequence");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_record_conversation_id_key" ON "conversation_record"("conversation_id");

-- CreateIndex
CREATE UNIQUE INDEX "guidance_entry_conversation_id_key" ON "guidance_entry"("conversation_id");

-- CreateIndex
CREATE INDEX "guidance_entry_trainee_id_on_idx" ON "guidance_entry"("trainee_id", "on");

-- CreateIndex
CREATE UNIQUE INDEX "guidance_entry_meeting_id_trainee_id_key" ON "guidance_entry"("meeting_id", "trainee_id");

-- CreateIndex
CREATE INDEX "service_period_trainee_id_idx" ON "service_period"("trainee_id");

-- CreateIndex
CREATE INDEX "supervision_group_mentor_id_idx" ON "supervision_group"("mentor_id");

-- CreateIndex
CREATE INDEX "group_member_group_id_idx" ON "group_member"("group_id");

-- CreateIndex
CREATE INDEX "group_member_trainee_id_idx" ON "group_member"("trainee_id");

-- CreateIndex
CREATE INDEX "group_meeting_group_id_on_idx" ON "group_meeting"("group_id", "on");

-- CreateIndex
CREATE INDEX "change_history_subject_id_at_idx" ON "change_history"("subject_id", "at");

-- CreateIndex
CREATE INDEX "conversation_event_xid_id_idx" ON "conversation_event"("xid", "id");

-- CreateIndex
CREATE INDEX "conversation_event_at_idx" ON "conversation_event"("at");

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_finalised_by_id_fkey" FOREIGN KEY ("finalised_by_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "conversation_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_goal" ADD CONSTRAINT "conversation_goal_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_text" ADD CONSTRAINT "conversation_text_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_text" ADD CONSTRAINT "conversation_text_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_history" ADD CONSTRAINT "conversation_history_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_history" ADD CONSTRAINT "conversation_history_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance_entry" ADD CONSTRAINT "guidance_entry_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance_entry" ADD CONSTRAINT "guidance_entry_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance_entry" ADD CONSTRAINT "guidance_entry_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance_entry" ADD CONSTRAINT "guidance_entry_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "group_meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_group" ADD CONSTRAINT "supervision_group_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "supervision_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_meeting" ADD CONSTRAINT "group_meeting_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "supervision_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_meeting" ADD CONSTRAINT "group_meeting_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- By hand from here: what Prisma's schema cannot say.

-- A status has its columns and no others.
ALTER TABLE "conversation"
  ADD CONSTRAINT "conversation_parties" CHECK (
    "trainee_id" <> "mentor_id" AND "invited_by_id" IN ("trainee_id", "mentor_id")),
  ADD CONSTRAINT "conversation_duration" CHECK ("duration_minutes" BETWEEN 5 AND 600),
  ADD CONSTRAINT "conversation_reason" CHECK (
    CASE "status" WHEN 'CANCELLED' THEN "reason" IS NOT NULL WHEN 'DECLINED' THEN true ELSE "reason" IS NULL END),
  ADD CONSTRAINT "conversation_signature" CHECK (
    num_nonnulls("finalised_by_id", "finalised_at", "digest") = CASE "status" WHEN 'FINALISED' THEN 3 ELSE 0 END
    AND ("finalised_by_id" IS NULL OR "finalised_by_id" = "mentor_id"));

ALTER TABLE "conversation_template" ADD CONSTRAINT "template_scope" CHECK (
  CASE "origin"
    WHEN 'ENTERPRISE' THEN "enterprise_id" IS NOT NULL AND "region_code" IS NULL
    WHEN 'REGION' THEN "region_code" IS NOT NULL AND "enterprise_id" IS NULL
    ELSE num_nonnulls("enterprise_id", "region_code") = 0
  END);

ALTER TABLE "guidance_entry"
  ADD CONSTRAINT "guidance_minutes" CHECK ("minutes" BETWEEN 1 AND 1440),
  ADD CONSTRAINT "guidance_source" CHECK (
    ("kind" = 'CONVERSATION') = ("conversation_id" IS NOT NULL) AND ("kind" = 'GROUP') = ("meeting_id" IS NOT NULL));

ALTER TABLE "group_member" ADD CONSTRAINT "member_period" CHECK ("left_on" IS NULL OR "left_on" >= "joined_on");
-- Nobody is in a group twice at once.
CREATE UNIQUE INDEX "group_member_one_running" ON "group_member"("group_id", "trainee_id") WHERE "left_on" IS NULL;

-- What is finalised is not written to.
CREATE FUNCTION refuse_finalised() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM conversation WHERE status = 'FINALISED'
             AND id = coalesce(NEW.conversation_id, OLD.conversation_id)) THEN
    RAISE EXCEPTION 'the conversation is finalised';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER finalised BEFORE INSERT OR UPDATE OR DELETE ON "conversation_text"
  FOR EACH ROW EXECUTE FUNCTION refuse_finalised();

CREATE FUNCTION refuse_finalised_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the conversation is finalised';
END $$;
CREATE TRIGGER finalised BEFORE UPDATE OR DELETE ON "conversation"
  FOR EACH ROW WHEN (OLD.status = 'FINALISED') EXECUTE FUNCTION refuse_finalised_conversation();

-- History and records are written once, and not emptied either: TRUNCATE fires no trigger FOR EACH ROW.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "conversation_history"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "conversation_record"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "change_history"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "conversation_history"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "conversation_record"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "change_history"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Wakes the readers of live conversations at the commit.
CREATE FUNCTION notify_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('supervision_conversation', '');
  RETURN NULL;
END $$;
CREATE TRIGGER wake AFTER INSERT ON "conversation_event" FOR EACH STATEMENT EXECUTE FUNCTION notify_conversation();

-- The figures in force; a change of the regulation is a row with its first day, and a last day of the one before.
INSERT INTO "supervision_rule" ("id", "kind", "track_code", "value", "valid_from", "valid_to", "source") VALUES
  (gen_random_uuid(), 'INDIVIDUAL_HOURS_PER_YEAR', 'ALM', 31.5, '2019-03-01', '2020-12-31',
   'Spesialistforskriften § 2 tredje ledd: 3 timer per måned i 10,5 måneder'),
  (gen_random_uuid(), 'INDIVIDUAL_HOURS_PER_YEAR', 'ALM', 42, '2021-01-01', '2024-12-31',
   'Spesialistforskriften § 2 tredje ledd: 4 timer per måned i 10,5 måneder'),
  (gen_random_uuid(), 'INDIVIDUAL_HOURS_PER_YEAR', 'ALM', 42, '2025-01-01', NULL,
   'Spesialistforskriften § 2 tredje ledd: 42 timer per år'),
  (gen_random_uuid(), 'GROUP_HOURS', 'ALM', 120, '2019-03-01', NULL,
   'Legeforeningen: gruppeveiledning i allmennmedisin, 120 timer'),
  (gen_random_uuid(), 'GROUP_HOURS', 'SAM', 90, '2019-03-01', NULL,
   'SamLIS: gruppeveiledning i samfunnsmedisin, 90 timer'),
  (gen_random_uuid(), 'REGULAR_WITHIN_DAYS', NULL, 60, '2019-03-01', NULL,
   'Portalens innstilling; forskriften sier «jevnlig» uten å nevne et tall');

-- The portal's own templates.
INSERT INTO "conversation_template" ("id", "origin", "name", "topics") VALUES
  (gen_random_uuid(), 'PORTAL_DEFAULT', 'Første samtale', ARRAY[
    'Forventninger til hverandre', 'Bakgrunn og erfaring', 'Individuell utdanningsplan',
    'Hvor ofte og hvordan vi møtes', 'Taushetsplikt og hva som skrives']),
  (gen_random_uuid(), 'PORTAL_DEFAULT', 'Ordinær veiledning', ARRAY[
    'Siden sist', 'Kasus til refleksjon', 'Læringsmål i arbeid', 'Trivsel og arbeidsbelastning',
    'Avtaler til neste gang']),
  (gen_random_uuid(), 'PORTAL_DEFAULT', 'Gjennomgang av læringsmål', ARRAY[
    'Mål som er klare for godkjenning', 'Mål som mangler aktiviteter', 'Vurdering fra supervisører',
    'Plan for neste halvår']),
  (gen_random_uuid(), 'PORTAL_DEFAULT', 'Halvårssamtale', ARRAY[
    'Progresjon mot planen', 'Legerollen og samarbeid', 'Vakt og akuttmedisin', 'Tjenestetid og fravær',
    'Kurs og grupper', 'Mål for neste halvår']),
  (gen_random_uuid(), 'PORTAL_DEFAULT', 'Etter en krevende hendelse', ARRAY[
    'Hva skjedde, uten pasientopplysninger', 'Hva gjorde det med deg', 'Hva tar vi med videre',
    'Behov for oppfølging']);
