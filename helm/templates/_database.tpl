{{- /* What the migration and the verification have in common. They need the database and nothing else: dict "root" . "secrets" map. */ -}}
{{- define "evenkeel.databaseWork" -}}
securityContext: {{- include "evenkeel.containerSecurity" .root | nindent 2 }}
env:
  {{- include "evenkeel.databaseEnv" .root | nindent 2 }}
  {{- include "evenkeel.secretEnv" (dict "secrets" .secrets "files" .root.Values.secret.files) | nindent 2 }}
resources: {{- toYaml .root.Values.resources | nindent 2 }}
volumeMounts:
  - name: tmp
    mountPath: /tmp
  {{- if .root.Values.secret.files }}
  - name: secrets
    mountPath: /run/secrets/evenkeel
    readOnly: true
  {{- end }}
  {{- include "evenkeel.databaseMount" .root | nindent 2 }}
  {{- with .root.Values.volumeMounts }}{{ toYaml . | nindent 2 }}{{ end }}
{{- end }}

{{- define "evenkeel.databaseVolumes" -}}
- name: tmp
  emptyDir: {sizeLimit: 256Mi}
{{- if .root.Values.secret.files }}
{{ include "evenkeel.secretVolume" .secrets }}
{{- end }}
{{- include "evenkeel.databaseVolume" .root }}
{{- with .root.Values.volumes }}
{{ toYaml . }}
{{- end }}
{{- end }}
