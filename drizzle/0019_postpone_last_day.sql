ALTER TABLE "sprints" ADD COLUMN "last_day_on" date;--> statement-breakpoint
ALTER TABLE "sprints" ADD COLUMN "last_day_reason" text DEFAULT '' NOT NULL;