-- CreateEnum
CREATE TYPE "TrainingPart" AS ENUM ('PART_1', 'PART_2', 'PART_3');

-- CreateEnum
CREATE TYPE "RelationKind" AS ENUM ('LEADER', 'MENTOR', 'SUPERVISOR');

-- CreateEnum
CREATE TYPE "ServicePeriodKind" AS ENUM ('PART_1_HOSPITAL', 'PART_1_MUNICIPAL', 'OPEN_UNSELECTED_PRACTICE', 'HOSPITAL', 'INSTITUTION', 'OTHER_GENERAL_PRACTICE', 'COMMUNITY_MEDICINE', 'OCCUPATIONAL_MEDICINE', 'RESEARCH', 'OTHER_SPECIALITY');

-- CreateEnum
CREATE TYPE "ServicePeriodStatus" AS ENUM ('REGISTERED', 'WAITING', 'SIGNED', 'REJECTED');

-- CreateEnum
CREATE TYPE "AbsenceKind" AS ENUM ('HOLIDAY', 'TRANSFERRED_HOLIDAY', 'COURSE', 'SICKNESS', 'PARENTAL_LEAVE', 'COVID', 'OTHER_LEAVE');

-- CreateEnum
CREATE TYPE "ServicePeriodCommand" AS ENUM ('REGISTER', 'EDIT', 'REMOVE', 'SEND_FOR_SIGNING', 'SIGN', 'REJECT');

-- CreateEnum
CREATE TYPE "SigningOutcome" AS ENUM ('SIGNED', 'REJECTED', 'FELL_AWAY');

-- CreateEnum
CREATE TYPE "RuleUnit" AS ENUM ('DAYS', 'PERCENT', 'SWITCH', 'READING');

-- CreateEnum
CREATE TYPE "QueueKind" AS ENUM ('SERVICE_TIME');

-- CreateEnum
CREATE TYPE "QueueTab" AS ENUM ('WAITING', 'REJECTED', 'SIGNED');

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
CREATE TABLE "service_period" (
    "id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "kind" "ServicePeriodKind" NOT NULL,
    "enterprise_id" UUID,
    "enterprise_name" TEXT NOT NULL,
    "unit_name" TEXT,
    "position" TEXT NOT NULL,
    "share" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "overlap_reason" TEXT,
    "status" "ServicePeriodStatus" NOT NULL DEFAULT 'REGISTERED',
    "signer_id" UUID,
    "sent_at" TIMESTAMPTZ(3),
    "signed_by_id" UUID,
    "signed_on_behalf_of_id" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "signature_comment" TEXT,
    "signature_digest" TEXT,
    "rejected_by_id" UUID,
    "rejected_on_behalf_of_id" UUID,
    "rejected_at" TIMESTAMPTZ(3),
    "rejection_comment" TEXT,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "service_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "kind" "AbsenceKind" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "share" INTEGER NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unsupervised_period" (
    "id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "unsupervised_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_period_history" (
    "id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "command" "ServicePeriodCommand" NOT NULL,
    "status" "ServicePeriodStatus",
    "by_id" UUID NOT NULL,
    "on_behalf_of_id" UUID,
    "comment" TEXT,
    "digest" TEXT,
    "content" TEXT NOT NULL,

    CONSTRAINT "service_period_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_record" (
    "id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "outcome" "SigningOutcome" NOT NULL,
    "by_id" UUID NOT NULL,
    "on_behalf_of_id" UUID,
    "role" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "comment" TEXT,
    "content" TEXT NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "decision_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_time_rule" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" "RuleUnit" NOT NULL,
    "kinds" "ServicePeriodKind"[],
    "source" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_time_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "queue_event" (
    "id" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "kind" "QueueKind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "before_person_id" UUID,
    "before_tab" "QueueTab",
    "after_person_id" UUID,
    "after_tab" "QueueTab",
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "queue_event_pkey" PRIMARY KEY ("id")
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
CREATE INDEX "service_period_trainee_id_starts_on_idx" ON "service_period"("trainee_id", "starts_on");

-- CreateIndex
CREATE INDEX "service_period_signer_id_status_sent_at_idx" ON "service_period"("signer_id", "status", "sent_at");

-- CreateIndex
CREATE INDEX "absence_period_id_idx" ON "absence"("period_id");

-- CreateIndex
CREATE INDEX "unsupervised_period_period_id_idx" ON "unsupervised_period"("period_id");

-- CreateIndex
CREATE INDEX "service_period_history_period_id_at_idx" ON "service_period_history"("period_id", "at");

-- CreateIndex
CREATE INDEX "decision_record_period_id_at_idx" ON "decision_record"("period_id", "at");

-- CreateIndex
CREATE INDEX "service_time_rule_code_valid_from_idx" ON "service_time_rule"("code", "valid_from");

-- CreateIndex
CREATE INDEX "queue_event_xid_id_idx" ON "queue_event"("xid", "id");

-- CreateIndex
CREATE INDEX "queue_event_at_idx" ON "queue_event"("at");

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_period" ADD CONSTRAINT "service_period_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_period" ADD CONSTRAINT "service_period_signer_id_fkey" FOREIGN KEY ("signer_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_period" ADD CONSTRAINT "service_period_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_period" ADD CONSTRAINT "service_period_signed_on_behalf_of_id_fkey" FOREIGN KEY ("signed_on_behalf_of_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_period" ADD CONSTRAINT "service_period_rejected_by_id_fkey" FOREIGN KEY ("rejected_by_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_period" ADD CONSTRAINT "service_period_rejected_on_behalf_of_id_fkey" FOREIGN KEY ("rejected_on_behalf_of_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "service_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unsupervised_period" ADD CONSTRAINT "unsupervised_period_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "service_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_period_history" ADD CONSTRAINT "service_period_history_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "service_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_period_history" ADD CONSTRAINT "service_period_history_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "directory_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_period_history" ADD CONSTRAINT "service_period_history_on_behalf_of_id_fkey" FOREIGN KEY ("on_behalf_of_id") REFERENCES "directory_person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A status has its columns and no others; what is removed has none.
ALTER TABLE "service_period"
  ADD CONSTRAINT "period_request" CHECK (
    num_nonnulls("signer_id", "sent_at") = CASE WHEN "status" = 'REGISTERED' THEN 0 ELSE 2 END),
  ADD CONSTRAINT "period_signature" CHECK (
    num_nonnulls("signed_by_id", "signed_at", "signature_digest") = CASE "status" WHEN 'SIGNED' THEN 3 ELSE 0 END
    AND ("status" = 'SIGNED' OR num_nonnulls("signed_on_behalf_of_id", "signature_comment") = 0)),
  ADD CONSTRAINT "period_rejection" CHECK (
    num_nonnulls("rejected_by_id", "rejected_at", "rejection_comment") = CASE "status" WHEN 'REJECTED' THEN 3 ELSE 0 END
    AND ("status" = 'REJECTED' OR "rejected_on_behalf_of_id" IS NULL)),
  ADD CONSTRAINT "period_removed" CHECK ("removed_at" IS NULL OR "status" = 'REGISTERED'),
  ADD CONSTRAINT "period_days" CHECK ("ends_on" >= "starts_on"),
  ADD CONSTRAINT "period_share" CHECK ("share" BETWEEN 1 AND 10000);
ALTER TABLE "absence"
  ADD CONSTRAINT "absence_days" CHECK ("ends_on" >= "starts_on"),
  ADD CONSTRAINT "absence_share" CHECK ("share" BETWEEN 1 AND 10000);
ALTER TABLE "unsupervised_period" ADD CONSTRAINT "gap_days" CHECK ("ends_on" >= "starts_on");

-- History, records and rules are written once.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "service_period_history"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "decision_record"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "service_time_rule"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- TRUNCATE fires no trigger FOR EACH ROW. A period's own row is not deleted either: removing it is a column.
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "service_period_history"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "decision_record"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "service_time_rule"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE DELETE ON "service_period" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Wakes the readers of live queues at the commit.
CREATE FUNCTION notify_queue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('service_time_queue', '');
  RETURN NULL;
END $$;
CREATE TRIGGER wake AFTER INSERT ON "queue_event" FOR EACH STATEMENT EXECUTE FUNCTION notify_queue();
