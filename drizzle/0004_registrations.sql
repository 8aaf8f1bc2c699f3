CREATE TABLE "registrations" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"language" text NOT NULL,
	"session_id" text,
	"invitation_hash" text,
	"mail_due_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "registrations_language" CHECK ("registrations"."language" in ('nl', 'en'))
);
--> statement-breakpoint
ALTER TABLE "tickets" DROP CONSTRAINT "tickets_kind";--> statement-breakpoint
ALTER TABLE "tickets" DROP CONSTRAINT "tickets_person";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "registration_id" text;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "registrations_session" ON "registrations" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "registrations_mail_due" ON "registrations" USING btree ("mail_due_at");--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tickets_registration" ON "tickets" USING btree ("registration_id");--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_kind" CHECK ("tickets"."kind" in ('phone', 'return', 'password-reset', 'invitation', 'registration'));--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_person" CHECK ("tickets"."kind" in ('invitation', 'registration') or "tickets"."person_id" is not null);