{{- /* Names are resolved, and Postgres is reached. */ -}}
{{- define "evenkeel.toDatabase" -}}
- to: {{- toYaml .Values.networkPolicy.dnsTo | nindent 4 }}
  ports:
    - {port: 53, protocol: UDP}
    - {port: 53, protocol: TCP}
{{- if .Values.postgres.enabled }}
- to:
    - podSelector:
        matchLabels: {cnpg.io/cluster: {{ include "evenkeel.postgres" . }}}
  ports: [{port: 5432, protocol: TCP}]
{{- else }}
- ports:
    {{- range .Values.networkPolicy.databasePorts }}
    - {port: {{ . }}, protocol: TCP}
    {{- end }}
  {{- with .Values.networkPolicy.databaseTo }}
  to: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}

{{- /* Who may send requests: as the values say, and where the gateways are. */ -}}
{{- define "evenkeel.from" -}}
{{- with .Values.networkPolicy.ingressFrom }}
{{ toYaml . }}
{{- end }}
{{- if .Values.gateway.enabled }}
{{- range .Values.gateway.parentRefs }}
- namespaceSelector:
    matchLabels: {kubernetes.io/metadata.name: {{ .namespace | default $.Release.Namespace | quote }}}
{{- end }}
{{- end }}
- podSelector:
    matchLabels: {{- include "evenkeel.selector" (dict "root" . "component" "test") | nindent 6 }}
{{- end }}
