ALTER TABLE "rooms" DROP CONSTRAINT "rooms_board";--> statement-breakpoint
ALTER TABLE "rooms" DROP CONSTRAINT "rooms_member";--> statement-breakpoint
ALTER TABLE "board_snapshots" DROP CONSTRAINT "board_snapshots_reason";--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD COLUMN "removed" integer;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "skipped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "reveal_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_board" ON "rooms" USING btree ("board_id") WHERE "rooms"."retired_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_member" ON "rooms" USING btree ("member_id") WHERE "rooms"."retired_at" is null;--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD CONSTRAINT "board_snapshots_removed" CHECK (("board_snapshots"."removed" is not null) = ("board_snapshots"."reason" = 'removal'));--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD CONSTRAINT "board_snapshots_reason" CHECK ("board_snapshots"."reason" in ('phase', 'reveal', 'step', 'restore', 'interval', 'removal'));--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_reveal" CHECK ("steps"."reveal_at" is null or ("steps"."status" = 'open' and "steps"."phase" = 'writing'));