{{- /* The bot's plain variables. */ -}}
{{- define "evenkeel.env" -}}
- name: PORT
  value: "3000"
# Metrics are served here only, so that the service does not publish them.
- name: MANAGEMENT_PORT
  value: "3001"
- name: DATABASE_POOL_SIZE
  value: {{ .Values.database.poolSize | quote }}
{{- include "evenkeel.databaseEnv" . }}
{{- range $name, $value := dict
  "BASE_URL" (include "evenkeel.baseUrl" .)
  "LOG_FORMAT" .Values.logFormat
  "TRUSTED_PROXIES" (include "evenkeel.proxies" .)
  "SLACK_API_URL" .Values.slack.apiUrl
  "EVENKEEL_CONFIG" (.Values.config | empty | ternary "" "/etc/evenkeel/evenkeel.yaml")
  "TEMPLATES_DIR" (.Values.templates | empty | ternary "" "/etc/evenkeel-templates")
  "EXPORT_DIR" (.Values.exportClaim | empty | ternary "" "/var/lib/evenkeel") }}
{{- if $value }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
{{- range $name, $value := .Values.env }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "evenkeel.mounts" -}}
- name: tmp
  mountPath: /tmp
{{- if .Values.config }}
- name: config
  mountPath: /etc/evenkeel
  readOnly: true
{{- end }}
{{- if .Values.templates }}
- name: templates
  mountPath: /etc/evenkeel-templates
  readOnly: true
{{- end }}
{{- if .Values.exportClaim }}
- name: exports
  mountPath: /var/lib/evenkeel
{{- end }}
{{- if .Values.secret.files }}
- name: secrets
  mountPath: /run/secrets/evenkeel
  readOnly: true
{{- end }}
{{- include "evenkeel.databaseMount" . }}
{{- with .Values.volumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "evenkeel.volumes" -}}
- name: tmp
  emptyDir: {sizeLimit: 256Mi}
{{- if .Values.config }}
- name: config
  configMap:
    name: {{ include "evenkeel.name" . }}
{{- end }}
{{- if .Values.templates }}
- name: templates
  configMap:
    name: {{ include "evenkeel.name" . }}-templates
    items:
      {{- range $path, $text := .Values.templates }}
      - {key: {{ $path | replace "/" "." }}, path: {{ $path }}}
      {{- end }}
{{- end }}
{{- if .Values.exportClaim }}
- name: exports
  persistentVolumeClaim:
    claimName: {{ .Values.exportClaim | quote }}
{{- end }}
{{- include "evenkeel.databaseVolume" . }}
{{- with .Values.volumes }}
{{ toYaml . }}
{{- end }}
{{- end }}
