{{- /* Where the bot's secrets are, as YAML: VARIABLE: {secret: name, key: key}. */ -}}
{{- define "evenkeel.botSecrets" -}}
{{- $given := .Values.secret -}}
{{- $left := list -}}
{{- if .Values.slack.socketMode }}{{ $left = list "SLACK_SIGNING_SECRET" "SLACK_SIGNING_SECRET_PREVIOUS" }}{{ end -}}
{{- range $variable, $key := include "evenkeel.databaseKeys" . | fromYaml | merge (omit $given.keys "DATABASE_URL" "DATABASE_USER" "DATABASE_PASSWORD") $given.more }}
{{- $name := $key | default (and (eq $variable "SLACK_APP_TOKEN") $.Values.slack.socketMode | ternary "SLACK_APP_TOKEN" "") }}
{{- if and $name (not (has $variable $left)) }}
{{ $variable }}: {secret: {{ $given.name | quote }}, key: {{ $name | quote }}}
{{- end }}
{{- end }}
{{- if .Values.postgres.enabled }}
DATABASE_USER: {secret: {{ .Values.postgres.botSecret | quote }}, key: username}
DATABASE_PASSWORD: {secret: {{ .Values.postgres.botSecret | quote }}, key: password}
{{- end }}
{{- end }}

{{- /* The bot's database, as far as it is in the secret made by people: VARIABLE: key. */ -}}
{{- define "evenkeel.databaseKeys" -}}
{{- if .Values.postgres.enabled -}}
{}
{{- else -}}
{{- $all := pick .Values.secret.keys "DATABASE_URL" "DATABASE_USER" "DATABASE_PASSWORD" -}}
{{ empty .Values.database.url | ternary $all (omit $all "DATABASE_URL") | toYaml }}
{{- end -}}
{{- end }}

{{- /* The migration's: the owner's, or the bot's where there is no owner. */ -}}
{{- define "evenkeel.migrationSecrets" -}}
{{- $keys := .Values.migration.keys -}}
{{- if .Values.postgres.enabled }}
{{- range $variable, $key := dict "DATABASE_USER" "username" "DATABASE_OWNER_USER" "username" "DATABASE_OWNER_PASSWORD" "password" }}
{{ $variable }}: {secret: {{ include "evenkeel.postgres" $ }}-app, key: {{ $key }}}
{{- end }}
{{- else }}
{{- range $variable, $key := include "evenkeel.databaseKeys" . | fromYaml }}
{{- if and $key (or (ne $variable "DATABASE_PASSWORD") (not $keys.DATABASE_OWNER_USER)) }}
{{ $variable }}: {secret: {{ $.Values.secret.name | quote }}, key: {{ $key | quote }}}
{{- end }}
{{- end }}
{{- range $variable, $key := $keys }}
{{- if $key }}
{{ $variable }}: {secret: {{ $.Values.migration.secret | default $.Values.secret.name | quote }}, key: {{ $key | quote }}}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- /* dict "secrets" map "files" bool: the variables. */ -}}
{{- define "evenkeel.secretEnv" -}}
{{- range $variable, $from := .secrets }}
{{- if $.files }}
- name: {{ $variable }}_FILE
  value: /run/secrets/evenkeel/{{ $variable }}
{{- else }}
- name: {{ $variable }}
  valueFrom:
    secretKeyRef: {name: {{ $from.secret | quote }}, key: {{ $from.key | quote }}}
{{- end }}
{{- end }}
{{- end }}

{{- /* The files, each named after its variable; 288 is 0440 as JSON can say it. */ -}}
{{- define "evenkeel.secretVolume" -}}
- name: secrets
  projected:
    defaultMode: 288
    sources:
      {{- range $variable, $from := . }}
      - secret:
          name: {{ $from.secret | quote }}
          items: [{key: {{ $from.key | quote }}, path: {{ $variable }}}]
      {{- end }}
{{- end }}

{{- /* Where Postgres is, when that is no secret. */ -}}
{{- define "evenkeel.databaseUrl" -}}
{{- if .Values.postgres.enabled -}}
jdbc:postgresql://{{ include "evenkeel.postgres" . }}-rw:5432/evenkeel?sslmode=verify-full&sslrootcert=/run/postgres-ca/ca.crt
{{- else -}}
{{ .Values.database.url }}
{{- end -}}
{{- end }}

{{- define "evenkeel.databaseEnv" -}}
{{- with include "evenkeel.databaseUrl" . }}
- name: DATABASE_URL
  value: {{ . | quote }}
{{- end }}
{{- end }}

{{- define "evenkeel.databaseMount" -}}
{{- if .Values.postgres.enabled }}
- name: postgres-ca
  mountPath: /run/postgres-ca
  readOnly: true
{{- end }}
{{- end }}

{{- define "evenkeel.databaseVolume" -}}
{{- if .Values.postgres.enabled }}
- name: postgres-ca
  secret:
    secretName: {{ include "evenkeel.postgres" . }}-ca
    items: [{key: ca.crt, path: ca.crt}]
{{- end }}
{{- end }}
