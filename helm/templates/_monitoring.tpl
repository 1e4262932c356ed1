{{- /* dict "root" . "switch" value: "yes", or nothing. */ -}}
{{- define "evenkeel.watched" -}}
{{- if eq (toString .switch) "auto" -}}
{{- if .root.Capabilities.APIVersions.Has "monitoring.coreos.com/v1" }}yes{{ end -}}
{{- else if .switch }}yes{{ end -}}
{{- end }}
