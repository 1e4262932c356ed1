{{- define "evenkeel.name" -}}
{{- $chart := .Values.nameOverride | default "evenkeel" -}}
{{- $name := contains $chart .Release.Name | ternary .Release.Name (printf "%s-%s" .Release.Name $chart) -}}
{{- /* Room for suffixes: a Job's name may have 63 characters, a CloudNativePG cluster's 50. */ -}}
{{ .Values.fullnameOverride | default $name | trunc 45 | trimSuffix "-" }}
{{- end }}

{{- define "evenkeel.postgres" -}}
{{ include "evenkeel.name" . }}-db
{{- end }}

{{- define "evenkeel.account" -}}
{{ .Values.serviceAccount.name | default (include "evenkeel.name" .) }}
{{- end }}

{{- /* dict "root" . "component" "server": what selectors match. */ -}}
{{- define "evenkeel.selector" -}}
app.kubernetes.io/name: evenkeel
app.kubernetes.io/instance: {{ .root.Release.Name | quote }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "evenkeel.labels" -}}
{{ include "evenkeel.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "evenkeel.image" -}}
{{- $image := .Values.image -}}
{{- if $image.digest -}}
{{ printf "%s@%s" $image.repository $image.digest }}
{{- else -}}
{{ printf "%s:%s" $image.repository ($image.tag | default .Chart.AppVersion) }}
{{- end -}}
{{- end }}

{{- define "evenkeel.host" -}}
{{- if .Values.ingress.enabled }}{{ .Values.ingress.host }}{{ else if .Values.gateway.enabled }}{{ .Values.gateway.host }}{{ end -}}
{{- end }}

{{- /* How people reach the bot: what is said, or what follows from the route. */ -}}
{{- define "evenkeel.baseUrl" -}}
{{- if .Values.baseUrl }}{{ .Values.baseUrl }}{{ else }}{{ with include "evenkeel.host" . }}https://{{ . }}{{ end }}{{ end -}}
{{- end }}

{{- define "evenkeel.proxies" -}}
{{- $proxies := .Values.trustedProxies | toString -}}
{{- if eq $proxies "auto" -}}
{{ or .Values.ingress.enabled .Values.gateway.enabled | ternary "1" "" }}
{{- else -}}
{{ $proxies }}
{{- end -}}
{{- end }}
